package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;

/// Finds the coarsest time units on which all dates of a column fall.
///
/// Source: vega-time/src/detectTimeUnits.js @ v6.4.0.
final class TimeGrain {
    private static final String[] FIELDS = {"year", "month", "date", "hours", "minutes", "seconds", "milliseconds"};
    private static final int DATES_PER_WEEK = 7;

    /// From fine to coarse; each presumes the ones before it, weeks aside.
    private static final List<Grain> GRAINS = List.of(
            new Grain(units(7), 1, false, (_, _) -> true),
            new Grain(units(6), 1, false, multiple(DateField.MILLISECONDS, Integer.MAX_VALUE)),
            new Grain(units(5), 1, false, multiple(DateField.SECONDS, Integer.MAX_VALUE)),
            new Grain(units(5), 5, false, multiple(DateField.MINUTES, 5)),
            new Grain(units(5), 10, false, multiple(DateField.MINUTES, 10)),
            new Grain(units(4), 1, false, multiple(DateField.MINUTES, Integer.MAX_VALUE)),
            new Grain(units(3), 1, false, multiple(DateField.HOURS, Integer.MAX_VALUE)),
            new Grain(List.of("year", "week"), 1, true, TimeGrain::onOneWeekday),
            new Grain(
                    units(2),
                    1,
                    false,
                    (dates, calendar) -> all(dates, millis -> calendar.get(DateField.DATE, millis) == 1)),
            new Grain(units(2), 3, false, multiple(DateField.MONTH, 3)),
            new Grain(units(1), 1, false, multiple(DateField.MONTH, Integer.MAX_VALUE)),
            new Grain(units(1), 10, false, multiple(DateField.YEAR, 10)));

    /// Whether all dates fall on some units.
    private interface Alignment {
        boolean holds(double[] dates, LocalCalendar calendar);
    }

    /// @param skippable whether a coarser grain may hold where this one does not
    private record Grain(List<String> units, double step, boolean skippable, Alignment alignment) {}

    private TimeGrain() {}

    /// The coarsest units that hold.
    ///
    /// @throws SheliakException TYPE_MISMATCH when a value is no date
    static TimeUnitStep detect(Column column, LocalCalendar calendar) {
        double[] dates = dates(column, calendar);
        int mismatch = firstMismatch(dates, calendar, true);
        int required = firstMismatch(dates, calendar, false);
        Grain found = GRAINS.get((required > mismatch + 1 ? required : mismatch) - 1);
        return new TimeUnitStep(found.units(), found.step());
    }

    /// The first grain that does not hold; the number of grains when all do.
    private static int firstMismatch(double[] dates, LocalCalendar calendar, boolean countsSkippable) {
        for (int i = 0; i < GRAINS.size(); i++) {
            Grain grain = GRAINS.get(i);
            if ((countsSkippable || !grain.skippable()) && !grain.alignment().holds(dates, calendar)) {
                return i;
            }
        }
        return GRAINS.size();
    }

    private static double[] dates(Column column, LocalCalendar calendar) {
        double[] dates = new double[column.length()];
        for (int row = 0; row < dates.length; row++) {
            dates[row] = date(column.value(row), calendar);
        }
        return dates;
    }

    /// `new Date(value)`.
    private static double date(@Nullable Object value, LocalCalendar calendar) {
        double millis =
                value instanceof String text ? DateText.parse(text, calendar.rules()) : Coercion.toNumber(value);
        if (Double.isNaN(millis)) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH,
                    SourceLocation.UNKNOWN,
                    "expected dates to infer time units from, found "
                            + (value instanceof DateValue
                                    ? "an invalid one"
                                    : Coercion.toText(value, calendar.rules())));
        }
        return millis;
    }

    private static Alignment multiple(DateField field, int divisor) {
        return (dates, calendar) -> all(dates, millis -> calendar.get(field, millis) % divisor == 0);
    }

    private static boolean onOneWeekday(double[] dates, LocalCalendar calendar) {
        boolean[] seen = new boolean[DATES_PER_WEEK];
        int count = 0;
        for (double date : dates) {
            int day = (int) calendar.get(DateField.DAY, date);
            count += seen[day] ? 0 : 1;
            seen[day] = true;
        }
        return count == 1;
    }

    private static boolean all(double[] dates, DoublePredicate test) {
        return Arrays.stream(dates).allMatch(test);
    }

    private static List<String> units(int count) {
        return List.of(FIELDS).subList(0, count);
    }
}
