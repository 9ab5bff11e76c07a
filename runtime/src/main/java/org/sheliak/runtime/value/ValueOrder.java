package org.sheliak.runtime.value;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Vega's ascending order of values: null and undefined first and equal, then NaN, then the rest as `<` says.
/// Values that cannot be compared, such as a word and a number, are equal, so the order is not transitive on mixed
/// types; [#compare] is called by stable merge sorts that do not check.
///
/// Source: vega-util/src/compare.ts @ v6.4.0 (`ascending`).
public final class ValueOrder implements Comparator<@Nullable Object> {
    private final TimeZoneRules zone;

    /// @param zone writes the dates that are compared with text
    public ValueOrder(TimeZoneRules zone) {
        this.zone = zone;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return compareNumbers(a, b);
        }
        boolean leftMissing = Coercion.isNullish(left);
        boolean rightMissing = Coercion.isNullish(right);
        if ((leftMissing || Operations.lessThan(left, right, zone)) && !rightMissing) {
            return -1;
        }
        if ((rightMissing || Operations.lessThan(right, left, zone)) && !leftMissing) {
            return 1;
        }
        boolean leftInvalid = isNaN(left);
        boolean rightInvalid = isNaN(right);
        return leftInvalid == rightInvalid ? 0 : leftInvalid ? -1 : 1;
    }

    /// The order of two numbers, without boxes: NaN first, the zeros equal.
    public static int compareNumbers(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        boolean leftInvalid = Double.isNaN(left);
        return leftInvalid == Double.isNaN(right) ? 0 : leftInvalid ? -1 : 1;
    }

    private static boolean isNaN(@Nullable Object value) {
        return switch (value) {
            case Double number -> number.isNaN();
            case DateValue date -> Double.isNaN(date.epochMillis());
            case null, default -> false;
        };
    }
}
