package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.transform.hierarchy.Hierarchies;
import org.sheliak.runtime.transform.hierarchy.HierarchyLayout;

/// Lays out the tree over the rows: writes the place, the depth and the number of children of each node into its row.
///
/// Source: vega-hierarchy/src/HierarchyLayout.js @ v6.4.0.
final class HierarchyTransform implements Transform {
    private final Parameters parameters;
    private final LayoutOfNodes layout;
    private final List<String> names;
    private final @Nullable FieldAccess field;
    private final @Nullable SortOrder sort;

    /// Makes the layout of a tree, whose parameters may be fields of nodes.
    interface LayoutOfNodes {
        HierarchyLayout of(TreeNodes nodes);
    }

    /// @param outputs the fields to write: those of the layout, the depth, and the number of children
    HierarchyTransform(Parameters parameters, LayoutOfNodes layout, String... outputs) {
        this.parameters = parameters;
        this.layout = layout;
        this.field = parameters.field("field");
        this.sort = parameters.sort("sort");
        this.names = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            names.add(parameters.as(i, outputs[i]));
        }
    }

    /// The tree over rows.
    ///
    /// @throws SheliakException SPEC_INVALID when there is none
    static RowTree requiredTree(Table input, Parameters parameters) {
        RowTree tree = input.tree();
        if (tree == null) {
            throw parameters.invalid("the rows form no tree: expected a stratify or nest transform before this one");
        }
        return tree;
    }

    @Override
    public TransformResult apply(Table input) {
        RowTree tree = requiredTree(input, parameters);
        try (Table rows = tree.rows(input, parameters.allocator())) {
            double[] values = values(tree.shape(), rows);
            TreeNodes nodes = new TreeNodes(tree.shape(), values, rows, tree);
            TreeShape shape = sort == null ? tree.shape() : sorted(nodes, sort);
            double[][] places = layout.of(nodes).place(shape, values);
            return TransformResult.of(written(input, tree, shape, outputs(shape, places)));
        }
    }

    private double[] values(TreeShape shape, Table rows) {
        if (field == null) {
            return Hierarchies.counts(shape);
        }
        try (Column column = field.read(rows, parameters.allocator())) {
            return Hierarchies.sums(shape, NumberValues.plus(column));
        }
    }

    /// Siblings in the order of a sort, whose fields are those of nodes; ties in the order in which their rows came to
    /// be. Nodes without rows of their own stay in place.
    private TreeShape sorted(TreeNodes nodes, SortOrder order) {
        int[] tuples = nodes.tree().nodes().tuples();
        RowComparator comparator = order(nodes, order)
                .then((left, right) -> tuples[left] == RowTree.NO_TUPLE || tuples[right] == RowTree.NO_TUPLE
                        ? 0
                        : Integer.compare(tuples[left], tuples[right]));
        TreeShape shape = nodes.shape();
        int[][] children = new int[shape.nodeCount()][];
        for (int node = 0; node < children.length; node++) {
            children[node] = shape.children(node);
            if (children[node].length > 1) {
                children[node] = children[node].clone();
                RowSorting.sort(children[node], comparator);
            }
        }
        return shape.withChildren(children);
    }

    private RowComparator order(TreeNodes nodes, SortOrder order) {
        List<FieldAccess> fields =
                order.keys().stream().map(SortOrder.Key::field).toList();
        try (Table members = nodes.table(fields, parameters.allocator())) {
            return RowOrders.of(order, members, parameters.allocator(), parameters.zone());
        }
    }

    private static double[][] outputs(TreeShape shape, double[][] places) {
        double[][] outputs = new double[places.length + 2][];
        System.arraycopy(places, 0, outputs, 0, places.length);
        double[] depths = new double[shape.nodeCount()];
        double[] counts = new double[shape.nodeCount()];
        outputs[places.length] = depths;
        outputs[places.length + 1] = counts;
        for (int node : shape.breadthFirst()) {
            depths[node] = shape.depth(node);
            counts[node] = shape.children(node).length;
        }
        return outputs;
    }

    private Table written(Table input, RowTree tree, TreeShape shape, double[][] outputs) {
        try (Table rows = written(input, tree.nodesOf(input), outputs)) {
            return rows.withTree(tree.with(shape, written(tree.others(), tree.otherNodes(), outputs)));
        }
    }

    private Table written(Table rows, int[] nodes, double[][] outputs) {
        try (OutputColumns written = new OutputColumns(rows)) {
            for (int i = 0; i < names.size(); i++) {
                NodeColumn column = new NodeColumn(nodes, outputs[i]);
                written.put(names.get(i), column.over(rows.column(names.get(i)), parameters.allocator()));
            }
            return written.build(rows);
        }
    }
}
