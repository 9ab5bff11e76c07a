package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.Weeks;

/// Functions that make dates and take them apart.
///
/// Source: vega-expression/src/functions.js, vega-util/src/quarter.ts, vega-time/src/util.js @ v6.4.0.
public final class DateFunctions {

    /// A number that can be told of an instant in a time zone.
    @FunctionalInterface
    public interface DatePart {
        /// The number for an instant.
        ///
        /// @param millis milliseconds since 1970 in UTC, NaN for an invalid date
        double of(double millis, LocalCalendar calendar);
    }

    private DateFunctions() {}

    static List<FunctionDefinition> all() {
        List<FunctionDefinition> functions = new ArrayList<>();
        for (DateField field : DateField.values()) {
            addParts(
                    functions,
                    field.name().toLowerCase(Locale.ROOT),
                    (millis, calendar) -> calendar.get(field, millis),
                    1);
        }
        addParts(functions, "quarter", DateFunctions::quarter, 0);
        addParts(functions, "week", Weeks::week, 0);
        addParts(functions, "isoweek", Weeks::isoWeek, 0);
        addParts(functions, "dayofyear", Weeks::dayOfYear, 0);
        functions.add(part("time", (millis, _) -> millis, 1));
        functions.add(part("timezoneoffset", (millis, calendar) -> calendar.timezoneOffset(millis), 1));
        functions.add(FunctionDefinition.of("now", (_, _) -> (double) System.currentTimeMillis())
                .varying());
        functions.add(FunctionDefinition.of("utc", (arguments, _) -> utc(arguments)));
        functions.add(FunctionDefinition.of("datetime", DateFunctions::datetime).varying());
        return functions;
    }

    private static void addParts(List<FunctionDefinition> functions, String name, DatePart part, int least) {
        functions.add(part(name, part, least));
        functions.add(FunctionDefinition.of(
                        "utc" + name,
                        (arguments, scope) -> part.of(instant(arguments.get(0), scope), LocalCalendar.UTC))
                .atLeast(least));
    }

    private static FunctionDefinition part(String name, DatePart part, int least) {
        return FunctionDefinition.of(
                        name, (arguments, scope) -> part.of(instant(arguments.get(0), scope), scope.calendar()))
                .atLeast(least);
    }

    /// 1 to 4; 1 also for an invalid date.
    public static double quarter(double millis, LocalCalendar calendar) {
        double month = calendar.get(DateField.MONTH, millis);
        return 1 + (Double.isNaN(month) ? 0 : Math.floor(month / 3));
    }

    /// The milliseconds of `new Date(value)`: text is parsed, all else is a number.
    static double instant(@Nullable Object value, EvaluationScope scope) {
        return switch (value) {
            case DateValue date -> date.epochMillis();
            case Double number -> Calendar.clip(number);
            case String text -> DateText.parse(text, scope.zone());
            case null, default ->
                Coercion.isObject(value)
                        ? DateText.parse(scope.text(value), scope.zone())
                        : Calendar.clip(Coercion.toNumber(value));
        };
    }

    private static Double utc(Arguments arguments) {
        return construct(arguments, LocalCalendar.UTC);
    }

    private static double construct(Arguments arguments, LocalCalendar calendar) {
        return calendar.construct(
                arguments.number(0),
                part(arguments, 1, 0),
                part(arguments, 2, 1),
                part(arguments, 3, 0),
                part(arguments, 4, 0),
                part(arguments, 5, 0),
                part(arguments, 6, 0));
    }

    private static double part(Arguments arguments, int index, double otherwise) {
        return index < arguments.count() ? arguments.number(index) : otherwise;
    }

    private static DateValue datetime(Arguments arguments, EvaluationScope scope) {
        return switch (arguments.count()) {
            case 0 -> new DateValue(System.currentTimeMillis());
            case 1 -> new DateValue(instant(arguments.get(0), scope));
            default -> new DateValue(construct(arguments, scope.calendar()));
        };
    }
}
