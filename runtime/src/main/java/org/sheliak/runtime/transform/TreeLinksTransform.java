package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;

/// One row for each node of a tree whose parent is there too: `source` is the parent's row, `target` the node's own.
///
/// Source: vega-hierarchy/src/TreeLinks.js @ v6.4.0.
final class TreeLinksTransform implements Transform {
    private final Parameters parameters;

    TreeLinksTransform(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TransformResult apply(Table input) {
        RowTree tree = HierarchyTransform.requiredTree(input, parameters);
        IntFunction<@Nullable Object> objects = objects(input, tree);
        List<@Nullable Object> sources = new ArrayList<>();
        List<@Nullable Object> targets = new ArrayList<>();
        for (int node : tree.shape().breadthFirst()) {
            int parent = tree.shape().parent(node);
            Object target = objects.apply(node);
            Object source = parent == TreeShape.NONE ? null : objects.apply(parent);
            if (source != null && target != null) {
                sources.add(source);
                targets.add(target);
            }
        }
        try (OutputColumns output = new OutputColumns()) {
            output.put("source", sources.toArray(), parameters.allocator());
            output.put("target", targets.toArray(), parameters.allocator());
            return TransformResult.of(output.build(sources.size()));
        }
    }

    /// The row of each node, the same object whenever it is asked for; `null` for a node that is not among the rows.
    private static IntFunction<@Nullable Object> objects(Table input, RowTree tree) {
        @Nullable Object[] objects = new Object[tree.shape().nodeCount()];
        int[] nodes = tree.nodesOf(input);
        RowView view = new RowView(input);
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] != TreeShape.NONE) {
                Map<String, @Nullable Object> object = view.at(row).toObject();
                objects[nodes[row]] = object;
            }
        }
        return node -> objects[node];
    }
}
