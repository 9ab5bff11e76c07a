package org.sheliak.runtime.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;

/// Lays a tree over the rows: one level of inner nodes for each key, the rows as leaves. With `generate` the inner
/// nodes follow the rows, level by level, as rows with the fields `key` and `values`.
///
/// Differs from Vega: where a row has a list in a field `values`, Vega takes its elements for nodes; here it is an
/// error.
///
/// Source: vega-hierarchy/src/Nest.js @ v6.4.0.
final class NestTransform implements Transform {
    private static final String KEY = "key";

    private final Parameters parameters;
    private final List<FieldAccess> keys;
    private final boolean generates;

    NestTransform(Parameters parameters) {
        this.parameters = parameters;
        this.keys = parameters.presentFields("keys");
        this.generates = parameters.isTrue("generate");
    }

    @Override
    public TransformResult apply(Table input) {
        rejectNodesInRows(input);
        Nodes nodes = nodes(input);
        return TransformResult.of(
                generates && input.rowCount() > 0 ? withInnerRows(input, nodes) : plain(input, nodes));
    }

    private static void rejectNodesInRows(Table input) {
        Column values = input.column(NestedValues.FIELD);
        for (int row = 0; values != null && row < input.rowCount(); row++) {
            if ((values.value(row) instanceof List<?> list && !list.isEmpty())
                    || (values.value(row) instanceof String text && !text.isEmpty())) {
                throw new SheliakException(
                        ErrorCode.UNSUPPORTED,
                        SourceLocation.UNKNOWN,
                        "rows whose field \"values\" is a list cannot be nested here");
            }
        }
    }

    /// The tree: leaves have the numbers of their rows, inner nodes follow level by level.
    ///
    /// @param innerKeys the key of each inner node, `null` for the root
    @SuppressWarnings("ArrayRecordComponent")
    private record Nodes(TreeShape shape, List<@Nullable String> innerKeys) {}

    /// An inner node whose children are to be found.
    @SuppressWarnings("ArrayRecordComponent")
    private record Group(int node, int level, int[] rows) {}

    private Nodes nodes(Table input) {
        List<String[]> names = keys.stream().map(key -> names(key, input)).toList();
        int rowCount = input.rowCount();
        List<Integer> innerParents = new ArrayList<>(List.of(TreeShape.NONE));
        List<@Nullable String> innerKeys = new ArrayList<>();
        innerKeys.add(null);
        int[] leafParents = new int[rowCount];
        Deque<Group> groups = new ArrayDeque<>();
        groups.add(new Group(rowCount, 0, IntStream.range(0, rowCount).toArray()));
        while (!groups.isEmpty()) {
            Group group = groups.remove();
            if (group.level() == keys.size()) {
                for (int row : group.rows()) {
                    leafParents[row] = group.node();
                }
                continue;
            }
            grouped(group.rows(), names.get(group.level())).forEach((key, rows) -> {
                groups.add(new Group(rowCount + innerKeys.size(), group.level() + 1, rows.toArray()));
                innerParents.add(group.node());
                innerKeys.add(key);
            });
        }
        int[] parents = Arrays.copyOf(leafParents, rowCount + innerParents.size());
        for (int i = 0; i < innerParents.size(); i++) {
            parents[rowCount + i] = innerParents.get(i);
        }
        return new Nodes(TreeShape.of(rowCount, parents), innerKeys);
    }

    private String[] names(FieldAccess key, Table input) {
        String[] names = new String[input.rowCount()];
        try (Column column = key.read(input, parameters.allocator())) {
            Arrays.setAll(names, row -> KeyForm.NAME.text(column.value(row), parameters.zone()));
        }
        for (String name : names) {
            if (PropertyNames.isInherited(name)) {
                throw parameters.invalid("\"" + name + "\" cannot be a key: every JavaScript object has such a member");
            }
        }
        return names;
    }

    private static SequencedMap<String, IntStream> grouped(int[] rows, String[] names) {
        SequencedMap<String, IntStream.Builder> groups = new LinkedHashMap<>();
        for (int row : rows) {
            groups.computeIfAbsent(names[row], _ -> IntStream.builder()).add(row);
        }
        SequencedMap<String, IntStream> ordered = new LinkedHashMap<>();
        PropertyNames.ordered(groups).forEach((key, group) -> ordered.put(key, group.build()));
        return ordered;
    }

    private Table plain(Table input, Nodes nodes) {
        int rowCount = input.rowCount();
        int[] inner = IntStream.range(rowCount, nodes.shape().nodeCount()).toArray();
        int[] tuples = new int[nodes.shape().nodeCount()];
        Arrays.setAll(tuples, node -> node < rowCount ? input.tupleId(node) : RowTree.NO_TUPLE);
        try (OutputColumns others = new OutputColumns()) {
            others.put(KEY, nodes.innerKeys().toArray(), parameters.allocator());
            return input.withTree(new RowTree(
                    nodes.shape(), new RowTree.Nodes(tuples, new String[0], false), others.build(inner.length), inner));
        }
    }

    private Table withInnerRows(Table input, Nodes nodes) {
        List<Map<String, @Nullable Object>> added = new ArrayList<>();
        for (String key : nodes.innerKeys()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            if (key != null) {
                row.put(KEY, key);
            }
            row.put(NestedValues.FIELD, List.of());
            added.add(row);
        }
        try (Table rows = AppendedRows.to(input, added, parameters.allocator())) {
            int[] tuples = new int[rows.rowCount()];
            Arrays.setAll(tuples, rows::tupleId);
            Table none = new Table(new LinkedHashMap<>(), 0);
            RowTree.Nodes known = new RowTree.Nodes(tuples, new String[0], true);
            try (Table withTree = rows.withTree(new RowTree(nodes.shape(), known, none, new int[0]))) {
                return NestedValues.refreshed(withTree, parameters.allocator());
            }
        }
    }
}
