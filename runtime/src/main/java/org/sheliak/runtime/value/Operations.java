package org.sheliak.runtime.value;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Equality, order, addition and rounding of JavaScript values.
///
/// Objects (dates, lists, maps) are equal when they are the same object.
///
/// Source: ECMA-262 (2024), 7.2.13 to 7.2.15, 13.8.1 and 21.3.2.28.
public final class Operations {
    private Operations() {}

    /// `left === right`.
    @SuppressWarnings("ReferenceEquality")
    public static boolean strictEquals(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        return left == right
                || (left instanceof String && left.equals(right))
                || (left instanceof Boolean && left.equals(right));
    }

    /// `left == right`.
    public static boolean looseEquals(@Nullable Object left, @Nullable Object right, TimeZoneRules zone) {
        if (Coercion.isNullish(left) || Coercion.isNullish(right)) {
            return Coercion.isNullish(left) && Coercion.isNullish(right);
        }
        if (Coercion.isObject(left) && Coercion.isObject(right)) {
            return strictEquals(left, right);
        }
        Object a = Coercion.toPrimitive(left, zone);
        Object b = Coercion.toPrimitive(right, zone);
        if (a instanceof String && b instanceof String) {
            return a.equals(b);
        }
        return Coercion.toNumber(a) == Coercion.toNumber(b);
    }

    /// `SameValueZero`, as `includes` and sets compare: NaN is equal to itself.
    public static boolean sameValueZero(@Nullable Object left, @Nullable Object right) {
        return strictEquals(left, right)
                || (left instanceof Double a && right instanceof Double b && a.isNaN() && b.isNaN());
    }

    /// `left < right`; false when the two cannot be compared.
    public static boolean lessThan(@Nullable Object left, @Nullable Object right, TimeZoneRules zone) {
        Object a = Coercion.toPrimitiveNumber(left, zone);
        Object b = Coercion.toPrimitiveNumber(right, zone);
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y) < 0;
        }
        return Coercion.toNumber(a) < Coercion.toNumber(b);
    }

    /// `left <= right`; false when the two cannot be compared.
    public static boolean lessOrEqual(@Nullable Object left, @Nullable Object right, TimeZoneRules zone) {
        Object a = Coercion.toPrimitiveNumber(left, zone);
        Object b = Coercion.toPrimitiveNumber(right, zone);
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y) <= 0;
        }
        return Coercion.toNumber(a) <= Coercion.toNumber(b);
    }

    /// `left + right`: a [String] or a [Double].
    public static Object add(@Nullable Object left, @Nullable Object right, TimeZoneRules zone) {
        if (left instanceof Double a && right instanceof Double b) {
            return a + b;
        }
        Object a = Coercion.toPrimitive(left, zone);
        Object b = Coercion.toPrimitive(right, zone);
        if (a instanceof String || b instanceof String) {
            return Coercion.toText(a, zone).concat(Coercion.toText(b, zone));
        }
        return Coercion.toNumber(a) + Coercion.toNumber(b);
    }

    /// `Math.round(number)`: halves go up, and what rounds to zero keeps its sign.
    public static double round(double number) {
        double floor = Math.floor(number);
        return Math.copySign(number - floor >= 0.5 ? floor + 1 : floor, number);
    }
}
