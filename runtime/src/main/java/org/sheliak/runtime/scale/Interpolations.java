package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.color.ColorParser;
import org.sheliak.runtime.value.color.Colors;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Ways from values of any type to others of the same type.
///
/// Source: d3-interpolate/src/value.js, number.js, round.js, date.js, array.js, object.js, piecewise.js @ v3.0.
final class Interpolations {
    private Interpolations() {}

    /// By the type of the second value: colours by their channels, other texts by the numbers in them.
    ///
    /// @param zone writes the dates that stand among texts
    static Interpolation values(TimeZoneRules zone) {
        return (first, second) -> value(first, second, zone);
    }

    /// Numbers that are whole.
    static Interpolator rounded(@Nullable Object first, @Nullable Object second) {
        double from = Coercion.toNumber(first);
        double to = Coercion.toNumber(second);
        return place -> Operations.round(from * (1 - place) + to * place);
    }

    /// Through all of the values at equal distances.
    ///
    /// @throws SheliakException with [ErrorCode#TYPE_MISMATCH] when there are not two values
    static Interpolator piecewise(Interpolation interpolation, List<? extends @Nullable Object> values) {
        int last = values.size() - 1;
        if (last < 1) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH,
                    SourceLocation.UNKNOWN,
                    "a range of colours has " + values.size() + ", expected at least 2");
        }
        List<Interpolator> pieces = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            pieces.add(interpolation.between(values.get(i), values.get(i + 1)));
        }
        return place -> {
            double scaled = place * last;
            if (Double.isNaN(scaled)) {
                throw new SheliakException(
                        ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, "a scale of colours is given no number");
            }
            int piece = (int) Math.max(0, Math.min(last - 1, Math.floor(scaled)));
            return pieces.get(piece).at(scaled - piece);
        };
    }

    private static Interpolator value(@Nullable Object first, @Nullable Object second, TimeZoneRules zone) {
        return switch (second) {
            case null -> _ -> null;
            case Undefined undefined -> _ -> undefined;
            case Boolean bool -> _ -> bool;
            case Double to -> number(Coercion.toNumber(first), to);
            case String text
            when Colors.isColor(ColorParser.parse(text)) -> ColorInterpolations.RGB.between(first, text);
            case String text -> TextInterpolation.between(Coercion.toText(first, zone), text);
            case ColorValue color -> ColorInterpolations.RGB.between(first, color);
            case DateValue(double to) -> date(Coercion.toNumber(first), to);
            case List<?> list -> list(first instanceof List<?> start ? start : List.of(), list, zone);
            case Map<?, ?> map -> object(first instanceof Map<?, ?> start ? start : Map.of(), map, zone);
            default -> number(Coercion.toNumber(first), Coercion.toNumber(second));
        };
    }

    static Interpolator number(double from, double to) {
        return place -> from * (1 - place) + to * place;
    }

    private static Interpolator date(double from, double to) {
        return place -> TimeScale.date(from * (1 - place) + to * place);
    }

    private static Interpolator list(List<?> first, List<?> second, TimeZoneRules zone) {
        List<Interpolator> elements = new ArrayList<>();
        for (int i = 0; i < second.size(); i++) {
            Object end = second.get(i);
            elements.add(i < first.size() ? value(first.get(i), end, zone) : _ -> end);
        }
        return place -> {
            List<@Nullable Object> list = new ArrayList<>();
            elements.forEach(element -> list.add(element.at(place)));
            return list;
        };
    }

    private static Interpolator object(Map<?, ?> first, Map<?, ?> second, TimeZoneRules zone) {
        Map<String, Interpolator> members = new LinkedHashMap<>();
        second.forEach((name, end) ->
                members.put((String) name, first.containsKey(name) ? value(first.get(name), end, zone) : _ -> end));
        return place -> {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            members.forEach((name, member) -> object.put(name, member.at(place)));
            return object;
        };
    }
}
