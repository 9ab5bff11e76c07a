package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Divides an angle between the rows, in radians: where the slice of each begins and ends.
///
/// Source: vega-encode/src/Pie.js @ v6.4.0.
final class PieTransform implements Transform {
    private final Parameters parameters;
    private final @Nullable FieldAccess field;
    private final double start;
    private final double end;
    private final boolean sorts;
    private final String startName;
    private final String endName;

    PieTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.field("field");
        Object from = parameters.value("startAngle");
        Object to = parameters.value("endAngle");
        this.start = Coercion.toBoolean(from) ? Coercion.toNumber(from) : 0;
        this.end = Coercion.isNullish(to) ? 2 * Math.PI : Coercion.toNumber(to);
        this.sorts = parameters.isTrue("sort");
        this.startName = parameters.as(0, "startAngle");
        this.endName = parameters.as(1, "endAngle");
    }

    @Override
    public TransformResult apply(Table input) {
        double[] values = values(input);
        double[] starts = new double[values.length];
        double[] ends = new double[values.length];
        double scale = (end - start) / sum(values);
        double angle = start;
        for (int row : order(values)) {
            starts[row] = angle;
            angle += values[row] * scale;
            ends[row] = angle;
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(startName, Columns.numbers(starts, starts.length, new BitSet(), parameters.allocator()));
            output.put(endName, Columns.numbers(ends, ends.length, new BitSet(), parameters.allocator()));
            return TransformResult.of(output.build(input));
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

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /// The rows in the order of their slices; a value that is no number ties with every other.
    private int[] order(double[] values) {
        int[] rows = new int[values.length];
        Arrays.setAll(rows, row -> row);
        if (sorts) {
            RowSorting.sort(rows, (left, right) -> {
                double difference = values[left] - values[right];
                return difference < 0 ? -1 : difference > 0 ? 1 : 0;
            });
        }
        return rows;
    }
}
