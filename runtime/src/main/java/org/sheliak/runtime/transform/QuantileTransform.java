package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.Quantiles;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// Computes quantiles of each group's numbers: a new row for each probability.
///
/// Source: vega-transforms/src/Quantile.js @ v6.4.0.
final class QuantileTransform implements Transform {
    private static final double DEFAULT_STEP = 0.01;
    private static final double EPSILON = 1e-14;

    private final Parameters parameters;
    private final FieldAccess field;
    private final List<? extends @Nullable Object> probabilities;

    QuantileTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        List<@Nullable Object> given = parameters.list("probs");
        this.probabilities = given == null ? steps(parameters.numberOr("step", DEFAULT_STEP)) : given;
    }

    private static List<Double> steps(double step) {
        int count = (int) Math.max(0, Math.ceil((1 - EPSILON - step / 2) / step));
        return IntStream.range(0, count).mapToObj(i -> step / 2 + i * step).toList();
    }

    @Override
    public TransformResult apply(Table input) {
        GroupedRows groups = GroupedRows.of(parameters, input);
        NumberValues values;
        try (Column column = field.read(input, parameters.allocator())) {
            values = NumberValues.of(column);
        }
        for (int group = 0; group < groups.count(); group++) {
            double[] sorted = Arrays.stream(groups.rows(group))
                    .filter(row -> !values.nulls().get(row))
                    .mapToDouble(row -> values.numbers()[row])
                    .filter(number -> !Double.isNaN(number))
                    .sorted()
                    .toArray();
            for (Object probability : probabilities) {
                groups.add(group, probability, quantile(sorted, probability));
            }
        }
        return TransformResult.of(groups.build(parameters.as(0, "prob"), parameters.as(1, "value")));
    }

    private static Object quantile(double[] sorted, @Nullable Object probability) {
        double number = Coercion.toNumber(probability);
        return sorted.length == 0 || Double.isNaN(number)
                ? Undefined.UNDEFINED
                : (Object) Quantiles.sorted(sorted, number);
    }
}
