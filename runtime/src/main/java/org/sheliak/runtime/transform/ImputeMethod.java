package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.transform.statistics.Quantiles;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// What `impute` puts in place of a missing value.
///
/// Source: vega-transforms/src/Impute.js @ v6.4.0; mean, median, min and max of d3-array @ v3.2.
@FunctionalInterface
interface ImputeMethod {

    /// The value for a group.
    ///
    /// @param rows the group's rows by key, -1 where it lacks one
    /// @param values the field's value in each row
    @Nullable
    Object impute(int[] rows, Column values);

    /// The method that the parameters name.
    static ImputeMethod of(Parameters parameters) {
        String method = parameters.text("method", "value");
        TimeZoneRules zone = parameters.zone();
        return switch (method) {
            case "value" -> {
                Object value = parameters.value("value");
                yield (_, _) -> value == Undefined.UNDEFINED ? (Object) 0.0 : value;
            }
            case "mean" -> (rows, values) -> mean(numbers(rows, values));
            case "median" -> (rows, values) -> median(numbers(rows, values));
            case "min" ->
                (rows, values) -> extreme(rows, values, (left, right) -> Operations.lessThan(right, left, zone), zone);
            case "max" ->
                (rows, values) -> extreme(rows, values, (left, right) -> Operations.lessThan(left, right, zone), zone);
            default -> throw parameters.invalid("\"" + method + "\" is no imputation method");
        };
    }

    /// The values of the rows that are, or become, numbers.
    private static double[] numbers(int[] rows, Column values) {
        double[] numbers = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            Object value = row < 0 ? Undefined.UNDEFINED : values.value(row);
            double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
            if (!Double.isNaN(number)) {
                numbers[count++] = number;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private static Object mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return numbers.length == 0 ? Undefined.UNDEFINED : (Object) (sum / numbers.length);
    }

    private static Object median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers.length == 0 ? Undefined.UNDEFINED : (Object) Quantiles.sorted(numbers, 0.5);
    }

    private static @Nullable Object extreme(int[] rows, Column values, Beaten beaten, TimeZoneRules zone) {
        Object best = Undefined.UNDEFINED;
        for (int row : rows) {
            Object value = row < 0 ? (Object) Double.NaN : values.value(row);
            if (value == null || value == Undefined.UNDEFINED) {
                continue;
            }
            if (best == Undefined.UNDEFINED ? Operations.lessOrEqual(value, value, zone) : beaten.by(best, value)) {
                best = value;
            }
        }
        return best;
    }

    /// Whether a value is better than the best so far.
    interface Beaten {
        boolean by(Object best, Object value);
    }
}
