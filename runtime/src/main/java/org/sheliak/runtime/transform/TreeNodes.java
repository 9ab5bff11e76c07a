package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Undefined;

/// The nodes of a tree as Vega's layouts see them, where a parameter names a field of a node and not of its row.
///
/// Source: the members of `Node`, d3-hierarchy/src/hierarchy/index.js @ v3.1.3.
///
/// @param values the value of each node
/// @param rows the row of each node; borrowed
@SuppressWarnings("ArrayRecordComponent")
record TreeNodes(TreeShape shape, double[] values, Table rows, RowTree tree) {
    private static final List<String> NUMBERS = List.of("depth", "height", "value");
    private static final List<String> MEMBERS = List.of("data", "depth", "height", "parent", "value", "id", "children");

    /// The values of a field of the leaves as numbers; NaN for inner nodes.
    double[] ofLeaves(FieldAccess field, BufferAllocator allocator) {
        int[] leaves = Arrays.stream(shape.breadthFirst()).filter(shape::isLeaf).toArray();
        double[] numbers = new double[shape.nodeCount()];
        Arrays.fill(numbers, Double.NaN);
        try (Table all = table(List.of(field), allocator);
                Table nodes = all.gather(leaves, allocator);
                Column column = field.read(nodes, allocator)) {
            double[] read = NumberValues.plus(column);
            for (int i = 0; i < leaves.length; i++) {
                numbers[leaves[i]] = read[i];
            }
        }
        return numbers;
    }

    /// The nodes in the order of their numbers, with all members that the fields may read. Caller closes.
    Table table(List<FieldAccess> fields, BufferAllocator allocator) {
        boolean readsNumbers =
                fields.stream().allMatch(field -> field.simpleName() instanceof String name && NUMBERS.contains(name));
        return readsNumbers ? numbers(allocator) : objectMembers();
    }

    private Table numbers(BufferAllocator allocator) {
        int[] heights = heights();
        double[] depthNumbers = new double[values.length];
        double[] heightNumbers = new double[values.length];
        Arrays.setAll(depthNumbers, shape::depth);
        Arrays.setAll(heightNumbers, node -> heights[node]);
        try (OutputColumns columns = new OutputColumns()) {
            BitSet none = new BitSet();
            columns.put("depth", Columns.numbers(depthNumbers, values.length, none, allocator));
            columns.put("height", Columns.numbers(heightNumbers, values.length, none, allocator));
            columns.put("value", Columns.numbers(values, values.length, none, allocator));
            return columns.build(values.length);
        }
    }

    private Table objectMembers() {
        List<Map<String, @Nullable Object>> objects = objects();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            @Nullable Object[] found = new Object[objects.size()];
            Arrays.setAll(found, node -> objects.get(node).getOrDefault(member, Undefined.UNDEFINED));
            columns.put(member, new ValueColumn(found));
        }
        return new Table(columns, objects.size());
    }

    /// An object for each node. They hold each other, as parents and as children.
    private List<Map<String, @Nullable Object>> objects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (int node = 0; node < shape.nodeCount(); node++) {
            objects.add(new LinkedHashMap<>());
        }
        int[] heights = heights();
        RowView view = new RowView(rows);
        @Nullable String[] names = tree.nodes().names();
        for (int node : shape.breadthFirst()) {
            Map<String, @Nullable Object> object = objects.get(node);
            object.put("data", view.at(node).toObject());
            object.put("depth", (double) shape.depth(node));
            object.put("height", (double) heights[node]);
            object.put("parent", shape.parent(node) == TreeShape.NONE ? null : objects.get(shape.parent(node)));
            object.put("value", values[node]);
            if (names.length > 0 && names[node] != null) {
                object.put("id", names[node]);
            }
            if (!shape.isLeaf(node)) {
                object.put(
                        "children",
                        Arrays.stream(shape.children(node))
                                .mapToObj(objects::get)
                                .toList());
            }
        }
        return objects;
    }

    private int[] heights() {
        int[] heights = new int[shape.nodeCount()];
        for (int node : shape.childrenFirst()) {
            for (int child : shape.children(node)) {
                heights[node] = Math.max(heights[node], heights[child] + 1);
            }
        }
        return heights;
    }
}
