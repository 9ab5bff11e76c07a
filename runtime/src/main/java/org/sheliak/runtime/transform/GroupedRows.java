package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// The groups that statistical transforms work on, and the rows that they give for them.
///
/// Source: `partition` of vega-transforms/src/util/util.js and vega-regression/src/partition.js @ v6.4.0.
final class GroupedRows {
    private final Parameters parameters;
    private final List<FieldAccess> keys;
    private final List<int[]> rows = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();
    private final List<List<@Nullable Object>> results = new ArrayList<>();

    private GroupedRows(Parameters parameters) {
        this.parameters = parameters;
        this.keys = parameters.presentFields("groupby");
    }

    /// The groups of a table by `groupby`; without that parameter one group, even of no rows.
    static GroupedRows of(Parameters parameters, Table input) {
        GroupedRows groups = new GroupedRows(parameters);
        try (ColumnList columns = ColumnList.read(groups.keys, input, parameters.allocator())) {
            Grouping grouping = Grouping.of(columns.columns(), input.rowCount(), KeyForm.LIST, parameters);
            Grouping.Rows members = grouping.rows();
            for (int group = 0; group < grouping.count(); group++) {
                int first = grouping.firstRows()[group];
                groups.rows.add(members.of(group));
                groups.values.add(columns.columns().stream()
                        .map(column -> column.value(first))
                        .toArray());
            }
        }
        if (!parameters.has("groupby") && groups.rows.isEmpty()) {
            groups.rows.add(new int[0]);
            groups.values.add(new Object[0]);
        }
        return groups;
    }

    int count() {
        return rows.size();
    }

    /// The rows of a group.
    int[] rows(int group) {
        return rows.get(group);
    }

    /// The values of a group's keys.
    @Nullable
    Object[] keyValues(int group) {
        return values.get(group);
    }

    /// Adds a row of results for a group.
    void add(int group, @Nullable Object first, @Nullable Object second) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values.get(group)) {
            row.add(value);
        }
        row.add(first);
        row.add(second);
        results.add(row);
    }

    /// The table of the results: the keys, and two columns of these names. Caller closes.
    Table build(String first, String second) {
        List<String> names =
                new ArrayList<>(keys.stream().map(FieldAccess::outputName).toList());
        names.add(first);
        names.add(second);
        try (OutputColumns output = new OutputColumns()) {
            for (int i = 0; i < names.size(); i++) {
                int index = i;
                @Nullable
                Object[] column = results.stream().map(row -> row.get(index)).toArray();
                output.put(names.get(i), column, parameters.allocator());
            }
            return output.build(results.size());
        }
    }
}
