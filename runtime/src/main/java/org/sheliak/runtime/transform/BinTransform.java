package org.sheliak.runtime.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// Writes the bin of a field's value: n rows to n rows with the columns `bin0` and, unless `interval` is false, `bin1`.
/// Null, undefined and the empty string have the bin null; what is no number has NaN.
/// The signal is the bins: `start`, `stop`, `step`, `fields`, `fname`.
///
/// Source: vega-transforms/src/Bin.js @ v6.4.0.
final class BinTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;
    private final Bins bins;

    BinTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.bins = BinParameters.of(parameters).bins();
    }

    @Override
    public TransformResult apply(Table input) {
        NumberValues values = values(input);
        double[] lower = values.numbers();
        for (int row = 0; row < lower.length; row++) {
            lower[row] = bins.lower(lower[row]);
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(parameters.as(0, "bin0"), column(lower, values));
            if (parameters.isNotFalse("interval")) {
                output.put(parameters.as(1, "bin1"), column(upper(lower), values));
            }
            return TransformResult.of(output.build(input), signal());
        }
    }

    private NumberValues values(Table input) {
        try (Column column = field.read(input, parameters.allocator())) {
            return NumberValues.of(column);
        }
    }

    private double[] upper(double[] lower) {
        double[] upper = new double[lower.length];
        for (int row = 0; row < lower.length; row++) {
            upper[row] = bins.upper(lower[row]);
        }
        return upper;
    }

    private Column column(double[] numbers, NumberValues values) {
        return Columns.numbers(numbers, numbers.length, values.nulls(), parameters.allocator());
    }

    private Map<String, @Nullable Object> signal() {
        Map<String, @Nullable Object> signal = new LinkedHashMap<>();
        signal.put("start", bins.start());
        signal.put("stop", bins.stop());
        signal.put("step", bins.step());
        signal.put("fields", field.fields());
        signal.put("fname", parameters.text("name", "bin_" + field.outputName()));
        return signal;
    }
}
