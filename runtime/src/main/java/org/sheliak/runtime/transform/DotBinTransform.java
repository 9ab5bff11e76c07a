package org.sheliak.runtime.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.DotStacks;

/// Writes to each row the middle of the stack of dots that it belongs to: n rows to n rows. The signal gets the least
/// and the greatest middle, and the step.
///
/// Source: vega-transforms/src/DotBin.js @ v6.4.0.
final class DotBinTransform implements Transform {
    private static final int DEFAULT_STEPS = 30;

    private final Parameters parameters;
    private final FieldAccess field;

    DotBinTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
    }

    @Override
    public TransformResult apply(Table input) {
        GroupedRows groups = GroupedRows.of(parameters, input);
        Support values;
        try (Column column = field.read(input, parameters.allocator())) {
            values = Support.of(column);
        }
        double step = parameters.numberOr("step", defaultStep(values));
        DotStacks stacks = new DotStacks(step, parameters.isTrue("smooth"));
        double start = Double.POSITIVE_INFINITY;
        double stop = Double.NEGATIVE_INFINITY;
        @Nullable Object[] bins = new Object[input.rowCount()];
        for (int group = 0; group < groups.count(); group++) {
            int[] rows = sorted(groups.rows(group), values.numbers(), input);
            double[] middles = stacks.middles(numbers(rows, values));
            for (int i = 0; i < rows.length; i++) {
                start = middles[i] < start ? middles[i] : start;
                stop = middles[i] > stop ? middles[i] : stop;
                bins[rows[i]] = middles[i];
            }
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(parameters.text("as", "bin"), bins, parameters.allocator());
            return TransformResult.of(output.build(input), value(start, stop, step));
        }
    }

    private static double defaultStep(Support values) {
        Domain extent = values.extent();
        double span = extent.max() - extent.min();
        return (Double.isNaN(span) ? 0 : span) / DEFAULT_STEPS;
    }

    private double[] numbers(int[] rows, Support values) {
        if (rows.length == 0) {
            throw parameters.invalid("expected rows to stack, found none");
        }
        return values.rows(rows).numbers();
    }

    /// The rows by rising value, ties in the order in which they came to be.
    private static int[] sorted(int[] rows, double[] numbers, Table input) {
        int[] sorted = rows.clone();
        RowComparator rising = (left, right) -> {
            double difference = numbers[left] - numbers[right];
            return difference < 0 ? -1 : difference > 0 ? 1 : 0;
        };
        RowSorting.sort(sorted, rising.then(RowOrders.byAge(input)));
        return sorted;
    }

    private static Map<String, @Nullable Object> value(double start, double stop, double step) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("start", start);
        value.put("stop", stop);
        value.put("step", step);
        return value;
    }
}
