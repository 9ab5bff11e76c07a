package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.format.DateFormat;
import org.sheliak.runtime.value.format.DateReader;
import org.sheliak.runtime.value.format.FormatLocale;
import org.sheliak.runtime.value.format.NumberFormat;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;

/// Numbers and dates as text, and dates from text, in the words and signs of the chart's locale.
///
/// Source: vega-functions/src/functions/format.js, vega-format/src/time.js @ v6.4.0.
final class FormatFunctions {
    private FormatFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("format", FormatFunctions::format),
                FunctionDefinition.of(
                        "timeFormat", (arguments, scope) -> formatDate(arguments, scope, scope.calendar())),
                FunctionDefinition.of(
                        "utcFormat", (arguments, scope) -> formatDate(arguments, scope, LocalCalendar.UTC)),
                FunctionDefinition.of(
                        "timeParse",
                        (arguments, scope) -> parse(
                                arguments,
                                scope,
                                DateReader.local(scope.text(arguments.get(1)), scope.calendar(), locale(scope)))),
                FunctionDefinition.of(
                        "utcParse",
                        (arguments, scope) ->
                                parse(arguments, scope, DateReader.utc(scope.text(arguments.get(1)), locale(scope)))),
                name("monthFormat", "%B", true),
                name("monthAbbrevFormat", "%b", true),
                name("dayFormat", "%A", false),
                name("dayAbbrevFormat", "%a", false));
    }

    private static FormatLocale locale(EvaluationScope scope) {
        return scope.context().locale();
    }

    private static String format(Arguments arguments, EvaluationScope scope) {
        Object value = arguments.get(0);
        if (value == null) {
            return "null";
        }
        NumberFormat format = NumberFormat.of(scope.text(arguments.get(1)), locale(scope));
        return format.isText() ? format.formatText(scope.text(value)) : format.format(Coercion.toNumber(value));
    }

    private static String formatDate(Arguments arguments, EvaluationScope scope, LocalCalendar calendar) {
        Object value = arguments.get(0);
        if (value == null) {
            return "null";
        }
        double millis = Calendar.clip(Coercion.toNumber(value));
        String specifier =
                arguments.get(1) instanceof String text ? text : multiFormat(millis, arguments.get(1), scope, calendar);
        return new DateFormat(specifier, calendar, locale(scope)).format(millis);
    }

    /// The format for the smallest unit of time that the date needs.
    private static String multiFormat(
            double millis, @Nullable Object formats, EvaluationScope scope, LocalCalendar calendar) {
        Map<?, ?> custom = Map.of();
        if (formats instanceof Map<?, ?> map) {
            custom = map;
        } else if (Coercion.toBoolean(formats) && !Coercion.isObject(formats)) {
            throw Errors.unusable("a date format", "a string or an object", formats);
        }
        if (isAfter(millis, TimeUnit.SECONDS, calendar)) {
            return formatOf(custom, scope, ".%L", "milliseconds");
        }
        if (isAfter(millis, TimeUnit.MINUTES, calendar)) {
            return formatOf(custom, scope, ":%S", "seconds");
        }
        if (isAfter(millis, TimeUnit.HOURS, calendar)) {
            return formatOf(custom, scope, "%I:%M", "minutes");
        }
        if (isAfter(millis, TimeUnit.DATE, calendar)) {
            return formatOf(custom, scope, "%I %p", "hours");
        }
        if (isAfter(millis, TimeUnit.MONTH, calendar)) {
            return isAfter(millis, TimeUnit.WEEK, calendar)
                    ? formatOf(custom, scope, "%a %d", "date", "day")
                    : formatOf(custom, scope, "%b %d", "week");
        }
        if (isAfter(millis, TimeUnit.YEAR, calendar)) {
            return formatOf(custom, scope, "%B", isAfter(millis, TimeUnit.QUARTER, calendar) ? "month" : "quarter");
        }
        return formatOf(custom, scope, "%Y", "year");
    }

    private static boolean isAfter(double millis, TimeUnit unit, LocalCalendar calendar) {
        return TimeInterval.of(unit, calendar).floor(millis) < millis;
    }

    private static String formatOf(Map<?, ?> custom, EvaluationScope scope, String otherwise, String... units) {
        for (String unit : units) {
            if (Coercion.toBoolean(custom.get(unit))) {
                return scope.text(custom.get(unit));
            }
        }
        return otherwise;
    }

    private static @Nullable Object parse(Arguments arguments, EvaluationScope scope, DateReader reader) {
        Object value = arguments.get(0);
        if (value == null) {
            return "null";
        }
        OptionalDouble millis = reader.read(scope.text(value));
        return millis.isPresent() ? new DateValue(millis.getAsDouble()) : null;
    }

    /// The name of a month or a day of the week by its number from 0; empty when that is no whole number.
    private static FunctionDefinition name(String function, String specifier, boolean isMonth) {
        return FunctionDefinition.of(function, (arguments, scope) -> {
            // Vega adds to the number of a day before it looks whether it is one.
            Object value = isMonth ? arguments.get(0) : Operations.add(2.0, arguments.get(0), scope.zone());
            if (!(value instanceof Double number) || number != Math.rint(number) || number.isInfinite()) {
                return "";
            }
            LocalCalendar calendar = scope.calendar();
            // 2 January 2000 is a Sunday.
            double millis = isMonth ? calendar.midnight(2000, number, 1) : calendar.midnight(2000, 0, number);
            return new DateFormat(specifier, calendar, locale(scope)).format(millis);
        });
    }
}
