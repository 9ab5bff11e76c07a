package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// Lays the values of a field on top of each other within groups: `y0` and `y1` are where each begins and ends.
/// Null counts as 0; undefined and what is no number make the rest of the group NaN.
///
/// Source: vega-encode/src/Stack.js @ v6.4.0.
final class StackTransform implements Transform {
    private static final BitSet NO_NULLS = new BitSet();

    private final Parameters parameters;
    private final @Nullable FieldAccess field;
    private final @Nullable SortOrder sort;
    private final Layout layout;
    private final String from;
    private final String to;

    /// How the values of a group are laid out.
    private interface Layout {
        void stack(int[] rows, double[] values, double sum, double max, double[] starts, double[] ends);
    }

    StackTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.field("field");
        this.sort = parameters.sort("sort");
        this.from = parameters.as(0, "y0");
        this.to = parameters.as(1, "y1");
        boolean overwrites = field != null && from.equals(field.simpleName());
        this.layout = layout(parameters.value("offset"), overwrites);
    }

    private static Layout layout(@Nullable Object offset, boolean overwrites) {
        if ("center".equals(offset)) {
            return (rows, values, sum, max, starts, ends) ->
                    stackCenter(rows, overwrites ? starts : values, (max - sum) / 2, starts, ends);
        }
        if ("normalize".equals(offset)) {
            return (rows, values, sum, max, starts, ends) ->
                    stackNormalize(rows, overwrites ? starts : values, 1 / sum, starts, ends);
        }
        return (rows, values, sum, max, starts, ends) -> stackZero(rows, values, starts, ends);
    }

    @Override
    public TransformResult apply(Table input) {
        double[] starts = new double[input.rowCount()];
        double[] ends = new double[input.rowCount()];
        stack(input, starts, ends);
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(from, Columns.numbers(starts, starts.length, NO_NULLS, parameters.allocator()));
            output.put(to, Columns.numbers(ends, ends.length, NO_NULLS, parameters.allocator()));
            return TransformResult.of(output.build(input));
        }
    }

    private void stack(Table input, double[] starts, double[] ends) {
        double[] values = values(input);
        Grouping grouping = grouping(input);
        Grouping.Rows groups = grouping.rows();
        double[] sums = sums(grouping, values);
        double max = 0;
        for (double sum : sums) {
            max = sum > max ? sum : max;
        }
        RowComparator order =
                sort == null ? null : RowOrders.stable(sort, input, parameters.allocator(), parameters.zone());
        for (int group = 0; group < grouping.count(); group++) {
            int[] rows = groups.of(group);
            if (order != null) {
                RowSorting.sort(rows, order);
            }
            layout.stack(rows, values, sums[group], max, starts, ends);
        }
    }

    private double[] values(Table input) {
        if (field == null) {
            double[] ones = new double[input.rowCount()];
            Arrays.fill(ones, 1);
            return ones;
        }
        try (Column column = field.read(input, parameters.allocator())) {
            return NumberValues.plus(column);
        }
    }

    private Grouping grouping(Table input) {
        if (!parameters.has("groupby")) {
            return Grouping.single(input.rowCount());
        }
        try (ColumnList keys = ColumnList.read(parameters.presentFields("groupby"), input, parameters.allocator())) {
            return Grouping.of(keys.columns(), input.rowCount(), KeyForm.JSON, parameters);
        }
    }

    private static double[] sums(Grouping grouping, double[] values) {
        double[] sums = new double[grouping.count()];
        for (int row = 0; row < values.length; row++) {
            sums[grouping.groups()[row]] += Math.abs(values[row]);
        }
        return sums;
    }

    /// Positive values upwards from zero, negative ones downwards.
    private static void stackZero(int[] rows, double[] values, double[] starts, double[] ends) {
        double top = 0;
        double bottom = 0;
        for (int row : rows) {
            double value = values[row];
            if (value < 0) {
                starts[row] = bottom;
                ends[row] = bottom += value;
            } else {
                starts[row] = top;
                ends[row] = top += value;
            }
        }
    }

    /// Absolute values upwards, all groups centered on the highest one. Where the start overwrites the field, Vega
    /// reads the start in place of the value: then `values` are the starts.
    private static void stackCenter(int[] rows, double[] values, double first, double[] starts, double[] ends) {
        double last = first;
        for (int row : rows) {
            starts[row] = last;
            ends[row] = last += Math.abs(values[row]);
        }
    }

    /// Absolute values upwards, scaled to end at 1; of an overwritten field as [#stackCenter].
    private static void stackNormalize(int[] rows, double[] values, double scale, double[] starts, double[] ends) {
        double last = 0;
        double total = 0;
        for (int row : rows) {
            starts[row] = last;
            total += Math.abs(values[row]);
            ends[row] = last = scale * total;
        }
    }
}
