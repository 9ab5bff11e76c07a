package org.sheliak.runtime.transform;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// Writes values of each group to all of its rows: n rows to n rows. The keys are written too, as the group's first row
/// has them, so a nested key becomes a column, and `"1"` becomes 1 when 1 came first.
///
/// Source: vega-transforms/src/JoinAggregate.js @ v6.4.0.
final class JoinAggregateTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> keys;
    private final Aggregation aggregation;

    JoinAggregateTransform(Parameters parameters) {
        this.parameters = parameters;
        this.keys = parameters.presentFields("groupby");
        this.aggregation = AggregationParameters.read(parameters, false);
    }

    @Override
    public TransformResult apply(Table input) {
        try (ColumnList columns = ColumnList.read(keys, input, parameters.allocator());
                OutputColumns output = new OutputColumns(input)) {
            Grouping grouping = AggregateTransform.group(parameters, columns.columns(), input);
            for (int i = 0; i < keys.size(); i++) {
                output.put(keys.get(i).outputName(), firstKeys(columns.get(i), grouping));
            }
            SequencedMap<String, @Nullable Object[]> results =
                    new Cells(parameters, input, grouping, grouping.count()).evaluate(aggregation);
            results.forEach((name, values) -> output.put(name, spread(values, grouping)));
            return TransformResult.of(output.build(input));
        }
    }

    private Column firstKeys(Column keys, Grouping grouping) {
        int[] rows = new int[grouping.rowCount()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = grouping.firstRows()[grouping.groups()[row]];
        }
        return keys.gather(rows, parameters.allocator());
    }

    private Column spread(@Nullable Object[] values, Grouping grouping) {
        ColumnBuilder builder = new ColumnBuilder(values.length);
        for (Object value : values) {
            builder.append(value);
        }
        try (Column column = builder.build(parameters.allocator())) {
            return column.gather(grouping.groups(), parameters.allocator());
        }
    }
}
