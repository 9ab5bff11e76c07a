package org.sheliak.runtime.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The implicit conversions of JavaScript between the types of value. Total: nothing here throws.
///
/// Source: ECMA-262 (2024), 7.1.
public final class Coercion {
    private static final double TWO_TO_32 = 0x1p32;

    private Coercion() {}

    /// `Number(value)`.
    public static double toNumber(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Double number -> number;
            case Boolean bool -> bool ? 1 : 0;
            case String text -> NumberText.parse(text);
            case DateValue date -> date.epochMillis();
            // The text of a date is no number, whatever the zone.
            case List<?> list -> NumberText.parse(join(list, ",", TimeZoneRules.UTC));
            default -> Double.NaN;
        };
    }

    /// `String(value)`; dates are written in the zone, to the second.
    public static String toText(@Nullable Object value, TimeZoneRules zone) {
        return switch (value) {
            case null -> "null";
            case String text -> text;
            case Double number -> NumberText.toText(number);
            case DateValue date -> DateText.format(date.epochMillis(), zone);
            case List<?> list -> join(list, ",", zone);
            case ColorValue color -> color.toString();
            case Map<?, ?> _ -> "[object Object]";
            // Booleans, undefined and regular expressions write themselves so.
            default -> value.toString();
        };
    }

    /// `list.join(separator)`: null and undefined are empty.
    public static String join(List<?> list, String separator, TimeZoneRules zone) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            text.append(i == 0 ? "" : separator).append(isNullish(element) ? "" : toText(element, zone));
        }
        return text.toString();
    }

    /// `Boolean(value)`.
    public static boolean toBoolean(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case Double number -> number != 0 && !Double.isNaN(number);
            case String text -> !text.isEmpty();
            case Undefined _ -> false;
            default -> true;
        };
    }

    /// Whether the value is `null` or `undefined`.
    public static boolean isNullish(@Nullable Object value) {
        return value == null || value == Undefined.UNDEFINED;
    }

    /// Whether the value is an object to JavaScript: neither nullish nor a primitive.
    public static boolean isObject(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean _, Double _, String _, Undefined _ -> false;
            default -> true;
        };
    }

    /// `ToPrimitive` with the hint "number": dates become numbers, other objects text.
    static @Nullable Object toPrimitiveNumber(@Nullable Object value, TimeZoneRules zone) {
        return value instanceof DateValue date ? (Object) date.epochMillis() : toPrimitive(value, zone);
    }

    /// `ToPrimitive` without a hint: objects become text, dates too.
    static @Nullable Object toPrimitive(@Nullable Object value, TimeZoneRules zone) {
        return isObject(value) ? toText(value, zone) : value;
    }

    /// `ToInt32`, as the bitwise operators use it.
    public static int toInt32(double number) {
        if (number == (int) number) {
            return (int) number;
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return 0;
        }
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        return (int) (long) (whole % TWO_TO_32);
    }

    /// `ToUint32`.
    public static double toUint32(double number) {
        return Integer.toUnsignedLong(toInt32(number));
    }

    /// `ToIntegerOrInfinity`, kept within the range of an int.
    public static int toIndex(double number) {
        return Double.isNaN(number) ? 0 : (int) number;
    }
}
