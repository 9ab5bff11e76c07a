package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the place of a value among sorted ones, after those that are equal to it.
///
/// Source: d3-array/src/bisector.js @ v3.2 (`bisectRight`).
final class Bisection {
    private Bisection() {}

    /// The place from `low` to `high`; `high` for NaN.
    static int right(double[] sorted, double value, int low, int high) {
        if (Double.isNaN(value)) {
            return high;
        }
        int first = low;
        int last = high;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (sorted[middle] <= value) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
    }

    /// The same for values of any type, which are compared as JavaScript compares them.
    static int right(
            List<? extends @Nullable Object> sorted, @Nullable Object value, int low, int high, TimeZoneRules zone) {
        if (low >= high || Coercion.isNullish(value) || !Operations.lessOrEqual(value, value, zone)) {
            return high;
        }
        int first = low;
        int last = high;
        while (first < last) {
            int middle = (first + last) >>> 1;
            Object at = sorted.get(middle);
            if (!Coercion.isNullish(at) && Operations.lessOrEqual(at, value, zone)) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
    }
}
