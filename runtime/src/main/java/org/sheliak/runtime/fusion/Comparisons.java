package org.sheliak.runtime.fusion;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;

/// JavaScript's comparisons of a number or date with a constant, as ranges of values.
final class Comparisons {
    /// The finite numbers, without null.
    static final ValueRange FINITE = ValueRange.between(-Double.MAX_VALUE, Double.MAX_VALUE);

    private Comparisons() {}

    /// The values of a column for which `value operator bound` is true; empty when they are no range, or not known.
    static Optional<ValueRange> range(String operator, @Nullable Object bound, NumericColumn column) {
        return switch (operator) {
            case "<", "<=", ">", ">=" -> number(bound).map(number -> relation(operator, number));
            case "==", "===" -> equality(bound, column);
            case "!=" -> bound == null ? Optional.of(ValueRange.ALL.withNull(false)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Whether the operator asks which value is greater.
    static boolean isOrder(String operator) {
        return switch (operator) {
            case "<", "<=", ">", ">=" -> true;
            default -> false;
        };
    }

    /// The operator with its sides exchanged.
    static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static ValueRange relation(String operator, double bound) {
        return zeroIsNull(
                switch (operator) {
                    case "<" -> ValueRange.below(bound);
                    case "<=" -> ValueRange.atMost(bound);
                    case ">" -> ValueRange.above(bound);
                    default -> ValueRange.atLeast(bound);
                });
    }

    /// A date is an object, which equals no number and no other object.
    private static Optional<ValueRange> equality(@Nullable Object bound, NumericColumn column) {
        if (bound == null) {
            return Optional.of(ValueRange.NONE.withNull(true));
        }
        if (column instanceof DateColumn || !(bound instanceof Double number)) {
            return Optional.empty();
        }
        return Optional.of(number.isNaN() ? ValueRange.NONE : ValueRange.between(number, number));
    }

    /// The values between the first and the last element of a range, in whichever order they are.
    ///
    /// Source: vega-util/src/inrange.ts @ v6.4.0.
    ///
    /// @param left whether the lesser end belongs to the range
    /// @param right whether the greater end does
    static Optional<ValueRange> inRange(@Nullable Object range, boolean left, boolean right) {
        if (!(range instanceof List<?> ends) || ends.isEmpty()) {
            return Optional.empty();
        }
        return number(ends.getFirst())
                .flatMap(first -> number(ends.getLast()).map(last -> inRange(first, last, left, right)));
    }

    private static ValueRange inRange(double first, double last, boolean left, boolean right) {
        double low = first > last ? last : first;
        double high = first > last ? first : last;
        ValueRange fromLow = left ? ValueRange.atLeast(low) : ValueRange.above(low);
        ValueRange toHigh = right ? ValueRange.atMost(high) : ValueRange.below(high);
        return zeroIsNull(fromLow.and(toHigh));
    }

    /// The same range, with null let through as the 0 that comparisons take it for.
    static ValueRange zeroIsNull(ValueRange range) {
        return range.withNull(range.accepts(0));
    }

    /// The number that a comparison with a number makes of a value.
    static Optional<Double> number(@Nullable Object value) {
        return value == null || value instanceof Double || value instanceof DateValue || value instanceof Boolean
                ? Optional.of(Coercion.toNumber(value))
                : Optional.empty();
    }
}
