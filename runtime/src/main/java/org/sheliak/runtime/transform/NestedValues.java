package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;

/// The field `values` of the inner nodes that a nest made: the rows of their children as they are now. In Vega
/// these are the rows themselves, so that what is written into a row later is seen in `values` too.
final class NestedValues {
    /// The field.
    static final String FIELD = "values";

    private NestedValues() {}

    /// A table, which is borrowed, with the field filled anew from the rows; the table's own where no nest made rows.
    /// Caller closes. Cost: an object for each node.
    static Table refreshed(Table table, BufferAllocator allocator) {
        RowTree tree = table.tree();
        if (tree == null || !tree.nodes().isNested()) {
            return table.share();
        }
        List<Map<String, @Nullable Object>> objects = objects(table, tree, allocator);
        try (Table rows = withValues(table, tree.nodesOf(table), objects, allocator)) {
            return rows.withTree(
                    tree.with(tree.shape(), withValues(tree.others(), tree.otherNodes(), objects, allocator)));
        }
    }

    private static List<Map<String, @Nullable Object>> objects(Table table, RowTree tree, BufferAllocator allocator) {
        TreeShape shape = tree.shape();
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        try (Table rows = tree.rows(table, allocator)) {
            RowView view = new RowView(rows);
            for (int node = 0; node < shape.nodeCount(); node++) {
                objects.add(view.at(node).toObject());
            }
        }
        for (int node = 0; node < shape.nodeCount(); node++) {
            if (!shape.isLeaf(node)) {
                List<Map<String, @Nullable Object>> children = new ArrayList<>();
                for (int child : firstOrder(shape.children(node))) {
                    children.add(objects.get(child));
                }
                objects.get(node).put(FIELD, children);
            }
        }
        return objects;
    }

    /// A later sort of the nodes leaves the lists as they are.
    private static int[] firstOrder(int[] children) {
        int[] ordered = children.clone();
        Arrays.sort(ordered);
        return ordered;
    }

    private static Table withValues(
            Table rows, int[] nodes, List<Map<String, @Nullable Object>> objects, BufferAllocator allocator) {
        if (rows.column(FIELD) == null) {
            return rows.share();
        }
        @Nullable Object[] values = new Object[rows.rowCount()];
        RowView view = new RowView(rows);
        for (int row = 0; row < values.length; row++) {
            Map<String, @Nullable Object> object =
                    nodes[row] == TreeShape.NONE ? new LinkedHashMap<>() : objects.get(nodes[row]);
            values[row] = object.get(FIELD) instanceof List<?> list && !list.isEmpty()
                    ? list
                    : view.at(row).get(FIELD);
        }
        try (OutputColumns output = new OutputColumns(rows)) {
            output.put(FIELD, values, allocator);
            return output.build(rows);
        }
    }
}
