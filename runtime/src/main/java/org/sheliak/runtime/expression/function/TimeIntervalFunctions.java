package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.WhiteSpace;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;

/// Functions of time units.
///
/// Source: vega-time/src/interval.js, units.js (`timeUnitSpecifier`) @ v6.4.0.
final class TimeIntervalFunctions {
    private static final Map<String, String> SPECIFIERS = specifiers();

    private TimeIntervalFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("timeOffset", (arguments, scope) -> offset(arguments, scope, scope.calendar())),
                FunctionDefinition.of("utcOffset", (arguments, scope) -> offset(arguments, scope, LocalCalendar.UTC)),
                FunctionDefinition.of(
                        "timeSequence", (arguments, scope) -> sequence(arguments, scope, scope.calendar())),
                FunctionDefinition.of(
                        "utcSequence", (arguments, scope) -> sequence(arguments, scope, LocalCalendar.UTC)),
                FunctionDefinition.of("timeUnitSpecifier", TimeIntervalFunctions::timeUnitSpecifier));
    }

    private static Object offset(Arguments arguments, EvaluationScope scope, LocalCalendar calendar) {
        TimeUnit unit = TimeUnit.named(scope.text(arguments.get(0)));
        if (unit == null) {
            return Undefined.UNDEFINED;
        }
        return new DateValue(TimeInterval.of(unit, calendar).offset(arguments.number(1), arguments.number(2, 1)));
    }

    private static Object sequence(Arguments arguments, EvaluationScope scope, LocalCalendar calendar) {
        TimeUnit unit = TimeUnit.named(scope.text(arguments.get(0)));
        if (unit == null) {
            return Undefined.UNDEFINED;
        }
        TimeInterval interval = TimeInterval.of(unit, calendar);
        List<Object> dates = new ArrayList<>();
        for (double start : interval.range(arguments.number(1), arguments.number(2), arguments.number(3, 1))) {
            dates.add(new DateValue(start));
        }
        return dates;
    }

    private static Map<String, String> specifiers() {
        Map<String, String> specifiers = new LinkedHashMap<>();
        specifiers.put("year", "%Y ");
        specifiers.put("quarter", "Q%q ");
        specifiers.put("month", "%b ");
        specifiers.put("date", "%d ");
        specifiers.put("week", "W%U ");
        specifiers.put("isoweek", "W%V ");
        specifiers.put("day", "%a ");
        specifiers.put("dayofyear", "%j ");
        specifiers.put("hours", "%H:00");
        specifiers.put("minutes", "00:%M");
        specifiers.put("seconds", ":%S");
        specifiers.put("milliseconds", ".%L");
        specifiers.put("year-isoweek", "%G W%V ");
        specifiers.put("year-month", "%Y-%m ");
        specifiers.put("year-month-date", "%Y-%m-%d ");
        specifiers.put("hours-minutes", "%H:%M");
        return specifiers;
    }

    /// The format of a set of units, put together from those of its longest parts that have one.
    private static String timeUnitSpecifier(Arguments arguments, EvaluationScope scope) {
        Map<String, @Nullable Object> specifiers = new LinkedHashMap<>(SPECIFIERS);
        if (arguments.get(1) instanceof Map<?, ?> more) {
            more.forEach((units, format) -> specifiers.put((String) units, format));
        }
        List<String> units = TimeUnit.parse(names(arguments.get(0), scope)).stream()
                .map(TimeUnit::vegaName)
                .toList();
        StringBuilder format = new StringBuilder();
        for (int start = 0; start < units.size(); ) {
            int end = units.size();
            while (end > start && Coercion.isNullish(specifiers.get(key(units, start, end)))) {
                end--;
            }
            if (end == start) {
                throw Errors.unusable("timeUnitSpecifier", "a format for each unit", specifiers);
            }
            format.append(scope.text(specifiers.get(key(units, start, end))));
            start = end;
        }
        return WhiteSpace.trim(format.toString());
    }

    private static String key(List<String> units, int start, int end) {
        return String.join("-", units.subList(start, end));
    }

    private static List<String> names(@Nullable Object units, EvaluationScope scope) {
        return switch (units) {
            case List<?> list -> list.stream().map(scope::text).toList();
            case null -> List.of();
            default -> units == Undefined.UNDEFINED ? List.of() : List.of(scope.text(units));
        };
    }
}
