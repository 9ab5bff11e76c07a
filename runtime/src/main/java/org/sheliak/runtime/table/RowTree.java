package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Undefined;

/// The tree over the rows of a [Table]: what Vega keeps as `root` of a list of tuples.
///
/// A node's row is found by its [Table#tupleId] among the rows of the table that has the tree. Nodes whose rows are not
/// among them, filtered out since or never part of the data, have theirs here.
public final class RowTree implements AutoCloseable {
    /// In place of a tuple's id, for a node whose row was never part of the data.
    public static final int NO_TUPLE = -1;

    private final TreeShape shape;
    private final Nodes nodes;
    private final Table others;
    private final int[] otherNodes;

    /// What never changes about the nodes.
    ///
    /// @param tuples the id of each node's tuple, or [#NO_TUPLE]
    /// @param names what expressions call each node, `null` where they cannot; empty when they can call none
    /// @param isNested whether the rows of inner nodes hold their children in the field `values`
    @SuppressWarnings("ArrayRecordComponent")
    public record Nodes(int[] tuples, @Nullable String[] names, boolean isNested) {}

    /// Takes ownership of the other rows.
    ///
    /// @param others rows of nodes that are not among those of the table
    /// @param otherNodes the node of each of these
    public RowTree(TreeShape shape, Nodes nodes, Table others, int[] otherNodes) {
        this.shape = shape;
        this.nodes = nodes;
        this.others = others;
        this.otherNodes = otherNodes;
    }

    public TreeShape shape() {
        return shape;
    }

    /// What never changes about the nodes.
    public Nodes nodes() {
        return nodes;
    }

    /// Rows of nodes that are not among those of the table; borrowed.
    public Table others() {
        return others;
    }

    /// The node of each of the [#others()]; borrowed.
    public int[] otherNodes() {
        return otherNodes;
    }

    /// This tree with its children in another order and with other rows, which it takes ownership of: as many, for the
    /// same nodes. Caller closes the result, and this tree as before.
    public RowTree with(TreeShape ordered, Table rows) {
        return new RowTree(ordered, nodes, rows, otherNodes);
    }

    /// The node of each row of a table, [TreeShape#NONE] for a row that is no node.
    public int[] nodesOf(Table table) {
        int[] byTuple = nodesByTuple();
        int[] found = new int[table.rowCount()];
        for (int row = 0; row < found.length; row++) {
            int tuple = table.tupleId(row);
            found[row] = tuple < byTuple.length ? byTuple[tuple] : TreeShape.NONE;
        }
        return found;
    }

    private int[] nodesByTuple() {
        int[] byTuple = new int[Arrays.stream(nodes.tuples).max().orElse(NO_TUPLE) + 1];
        Arrays.fill(byTuple, TreeShape.NONE);
        for (int node = 0; node < nodes.tuples.length; node++) {
            if (nodes.tuples[node] != NO_TUPLE) {
                byTuple[nodes.tuples[node]] = node;
            }
        }
        return byTuple;
    }

    /// The rows of all nodes, in the order of their numbers: some of the table, some of the others. Caller closes.
    public Table rows(Table table, BufferAllocator allocator) {
        int[] places = rowsOf(nodesOf(table));
        if (otherNodes.length == 0) {
            return table.gather(places, allocator);
        }
        int[] otherPlaces = rowsOf(otherNodes);
        Set<String> names = new LinkedHashSet<>(table.columns().keySet());
        names.addAll(others.columns().keySet());
        try (OutputColumns columns = new OutputColumns()) {
            for (String name : names) {
                ColumnBuilder builder = new ColumnBuilder(places.length);
                for (int node = 0; node < places.length; node++) {
                    builder.append(
                            places[node] != TreeShape.NONE
                                    ? value(table, name, places[node])
                                    : value(others, name, otherPlaces[node]));
                }
                columns.put(name, builder.build(allocator));
            }
            return columns.build(places.length);
        }
    }

    private static @Nullable Object value(Table rows, String name, int row) {
        Column column = rows.column(name);
        return column == null || row == TreeShape.NONE ? Undefined.UNDEFINED : column.value(row);
    }

    private int[] rowsOf(int[] nodesOfRows) {
        int[] rows = new int[shape.nodeCount()];
        Arrays.fill(rows, TreeShape.NONE);
        for (int row = 0; row < nodesOfRows.length; row++) {
            if (nodesOfRows[row] != TreeShape.NONE) {
                rows[nodesOfRows[row]] = row;
            }
        }
        return rows;
    }

    /// This tree for a table from which rows were removed: their nodes keep them. Caller closes.
    ///
    /// @param before the table that has this tree
    /// @param after some of its rows
    public RowTree keeping(Table before, Table after, BufferAllocator allocator) {
        int[] stay = rowsOf(nodesOf(after));
        int[] left = Arrays.stream(nodesOf(before))
                .filter(node -> node != TreeShape.NONE && stay[node] == TreeShape.NONE)
                .toArray();
        if (left.length == 0) {
            return share();
        }
        int[] kept = Arrays.copyOf(otherNodes, otherNodes.length + left.length);
        System.arraycopy(left, 0, kept, otherNodes.length, left.length);
        try (Table all = rows(before, allocator)) {
            return new RowTree(shape, nodes, all.gather(kept, allocator), kept);
        }
    }

    /// The nodes by what expressions call them; of several with the same name, the last one level by level.
    public Map<String, Integer> nodesByName() {
        if (nodes.names.length == 0) {
            return Map.of();
        }
        Map<String, Integer> found = new HashMap<>();
        for (int node : shape.breadthFirst()) {
            String name = nodes.names[node];
            if (name != null) {
                found.put(name, node);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /// A second owner. Caller closes.
    public RowTree share() {
        return new RowTree(shape, nodes, others.share(), otherNodes);
    }

    /// Bytes held, for budgets and the weight in the cache.
    public long sizeBytes() {
        return shape.sizeBytes() + others.sizeBytes();
    }

    @Override
    public void close() {
        others.close();
    }
}
