package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

/// Groups the rows and computes values of each group: one new row for each, in the order of the groups' first rows,
/// with the key of the first row. Without rows there are none, even without `groupby`.
/// With `cross`, combinations of keys that do not occur follow as empty groups; `drop` makes no difference at first.
///
/// Source: vega-transforms/src/Aggregate.js @ v6.4.0.
final class AggregateTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> keys;
    private final Aggregation aggregation;

    AggregateTransform(Parameters parameters) {
        this.parameters = parameters;
        this.keys = parameters.presentFields("groupby");
        this.aggregation = AggregationParameters.read(parameters, true);
    }

    @Override
    public TransformResult apply(Table input) {
        return TransformResult.of(aggregate(parameters, keys, aggregation, input, parameters.isTrue("cross")));
    }

    /// The table of the groups. Caller closes.
    static Table aggregate(
            Parameters parameters, List<FieldAccess> keys, Aggregation aggregation, Table input, boolean cross) {
        try (ColumnList columns = ColumnList.read(keys, input, parameters.allocator());
                OutputColumns output = new OutputColumns()) {
            Grouping grouping = group(parameters, columns.columns(), input);
            List<@Nullable Object[]> crossed = cross && keys.size() > 1
                    ? readBack(keys, CrossedKeys.missing(columns.columns(), grouping, parameters.zone()), parameters)
                    : List.of();
            for (int i = 0; i < keys.size(); i++) {
                output.put(keys.get(i).outputName(), keyColumn(columns.get(i), grouping, crossed, i, parameters));
            }
            int cellCount = grouping.count() + crossed.size();
            SequencedMap<String, @Nullable Object[]> results =
                    new Cells(parameters, input, grouping, cellCount).evaluate(aggregation);
            results.forEach((name, values) -> output.put(name, values, parameters.allocator()));
            return output.build(cellCount);
        }
    }

    /// Vega makes a row of each combination, with the names that are written, and reads the keys from it: a key that is
    /// written under another name than its field's is lost.
    private static List<@Nullable Object[]> readBack(
            List<FieldAccess> keys, List<@Nullable Object[]> combinations, Parameters parameters) {
        TableBuilder rows = new TableBuilder();
        for (@Nullable Object[] combination : combinations) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < combination.length; i++) {
                row.put(keys.get(i).outputName(), combination[i]);
            }
            rows.append(row);
        }
        List<@Nullable Object[]> read = new ArrayList<>();
        try (Table table = rows.build(parameters.allocator());
                ColumnList columns = ColumnList.read(keys, table, parameters.allocator())) {
            for (int row = 0; row < combinations.size(); row++) {
                @Nullable Object[] values = new Object[keys.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = columns.get(i).value(row);
                }
                read.add(values);
            }
        }
        return read;
    }

    /// The groups of rows with the same `key`, or else with the same values of `groupby`.
    static Grouping group(Parameters parameters, List<Column> groupby, Table input) {
        FieldAccess key = parameters.field("key");
        if (key == null) {
            return Grouping.of(groupby, input.rowCount(), KeyForm.NAME, parameters);
        }
        try (Column column = key.read(input, parameters.allocator())) {
            return Grouping.of(List.of(column), input.rowCount(), KeyForm.NAME, parameters.zone());
        }
    }

    private static Column keyColumn(
            Column keys, Grouping grouping, List<@Nullable Object[]> crossed, int index, Parameters parameters) {
        if (crossed.isEmpty()) {
            return keys.gather(grouping.firstRows(), parameters.allocator());
        }
        ColumnBuilder builder = new ColumnBuilder(grouping.count() + crossed.size());
        for (int row : grouping.firstRows()) {
            builder.append(keys.value(row));
        }
        for (@Nullable Object[] key : crossed) {
            builder.append(key[index]);
        }
        return builder.build(parameters.allocator());
    }
}
