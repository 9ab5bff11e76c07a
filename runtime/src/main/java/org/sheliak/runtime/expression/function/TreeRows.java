package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;

/// The rows of a data set as a tree of objects.
///
/// @param shape the tree, or `null` when the data set has none
/// @param nodes the nodes by name
/// @param rows the row of each node
@SuppressWarnings("ArrayRecordComponent")
record TreeRows(
        @Nullable TreeShape shape,
        Map<String, Integer> nodes,
        @Nullable Object[] rows) {

    /// @param table the data set, or `null` when there is none
    /// @param objects its rows
    static TreeRows of(@Nullable Table table, List<@Nullable Object> objects) {
        RowTree tree = table == null ? null : table.tree();
        if (table == null || tree == null) {
            return new TreeRows(null, Map.of(), new Object[0]);
        }
        @Nullable Object[] rows = new Object[tree.shape().nodeCount()];
        int[] nodes = tree.nodesOf(table);
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] != TreeShape.NONE) {
                rows[nodes[row]] = objects.get(row);
            }
        }
        RowView others = new RowView(tree.others());
        for (int i = 0; i < tree.otherNodes().length; i++) {
            rows[tree.otherNodes()[i]] = new Tuple(others.at(i).toObject());
        }
        return new TreeRows(tree.shape(), tree.nodesByName(), rows);
    }

    /// The parent of a node, or [TreeShape#NONE].
    int parent(int node) {
        return shape == null ? TreeShape.NONE : shape.parent(node);
    }

    /// The row of a node.
    @Nullable
    Object row(int node) {
        return rows[node];
    }
}
