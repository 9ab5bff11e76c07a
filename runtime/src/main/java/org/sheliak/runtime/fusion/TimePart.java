package org.sheliak.runtime.fusion;

import java.util.Optional;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;

/// A formula such as `hours(datum.time)`: which of the equal parts of a period, that repeats itself from 1970 on,
/// a time lies in.
///
/// @param as the field that it writes
/// @param dates the field that it reads
/// @param isUtc whether the time is that of UTC, not of the chart's zone
record TimePart(String as, String dates, boolean isUtc, Period period) {
    private static final int DAYS_OF_WEEK = 7;
    private static final double THURSDAY = 4;

    /// Milliseconds from 1970 up to which the quotients below are exact.
    private static final double FAR = 1L << 49;

    /// @param shift milliseconds from the start of a period to 1970
    /// @param millis its length
    /// @param slots its parts
    record Period(double shift, double millis, int slots) {}

    /// Reads a formula; empty where it is none of these.
    static Optional<TimePart> read(Task.Transform formula) {
        return formula.definition().get("expr") instanceof JsonString(String expression)
                        && formula.definition().get("as") instanceof JsonString(String as)
                        && ExpressionParser.parse(expression) instanceof CallExpression call
                        && call.arguments().size() == 1
                ? RowFields.fieldOfDatum(call.arguments().getFirst()).flatMap(dates -> of(call.callee(), as, dates))
                : Optional.empty();
    }

    private static Optional<TimePart> of(String function, String as, String dates) {
        boolean isUtc = function.startsWith("utc");
        return DateField.ofFunction(isUtc ? function.substring("utc".length()) : function)
                .flatMap(TimePart::periodOf)
                .map(period -> new TimePart(as, dates, isUtc, period));
    }

    private static Optional<Period> periodOf(DateField field) {
        return switch (field) {
            case DAY ->
                Optional.of(new Period(
                        THURSDAY * Calendar.MILLIS_PER_DAY, DAYS_OF_WEEK * Calendar.MILLIS_PER_DAY, DAYS_OF_WEEK));
            case HOURS -> Optional.of(new Period(0, Calendar.MILLIS_PER_DAY, 24));
            case MINUTES -> Optional.of(new Period(0, Calendar.MILLIS_PER_HOUR, 60));
            case SECONDS -> Optional.of(new Period(0, Calendar.MILLIS_PER_MINUTE, 60));
            case YEAR, MONTH, DATE, MILLISECONDS -> Optional.empty();
        };
    }

    /// Whether all times are valid and near enough to 1970.
    static boolean areNear(double[] times, int count) {
        int near = 0;
        for (int i = 0; i < count; i++) {
            near += Math.abs(times[i]) < FAR ? 1 : 0;
        }
        return near == count;
    }

    /// Cuts times to whole milliseconds, as a Date does.
    static void cutToMillis(double[] times, int count) {
        for (int i = 0; i < count; i++) {
            times[i] = (long) times[i];
        }
    }

    /// Multiplies codes by the number of parts, and adds the part of each time: whole milliseconds of local time.
    ///
    /// A half is added before a quotient is cut, so that rounding never moves it past a whole number: the
    /// dividends are whole, and the quotient's error is less than half a millisecond by the period, as long as
    /// times are near.
    void append(double[] times, int count, double[] codes) {
        int slots = period.slots;
        double perPeriod = 1 / period.millis;
        double perPart = slots / period.millis;
        for (int i = 0; i < count; i++) {
            double time = times[i] + period.shift;
            double rest = time - Math.floor((time + 0.5) * perPeriod) * period.millis;
            codes[i] = codes[i] * slots + Math.floor((rest + 0.5) * perPart);
        }
    }

    /// Number of parts.
    int slots() {
        return period.slots;
    }
}
