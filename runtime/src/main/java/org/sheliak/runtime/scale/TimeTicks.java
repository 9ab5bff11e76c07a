package org.sheliak.runtime.scale;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeUnit;

/// Round dates that divide an interval into about so many parts.
///
/// Source: d3-time/src/ticks.js @ v3.1.
final class TimeTicks {
    private static final double DEFAULT_COUNT = 10;
    private static final double MILLIS_PER_YEAR = 365.0 * Calendar.MILLIS_PER_DAY;

    private static final Step[] STEPS = {
        new Step(TimeUnit.SECONDS, 1, Calendar.MILLIS_PER_SECOND),
        new Step(TimeUnit.SECONDS, 5, Calendar.MILLIS_PER_SECOND),
        new Step(TimeUnit.SECONDS, 15, Calendar.MILLIS_PER_SECOND),
        new Step(TimeUnit.SECONDS, 30, Calendar.MILLIS_PER_SECOND),
        new Step(TimeUnit.MINUTES, 1, Calendar.MILLIS_PER_MINUTE),
        new Step(TimeUnit.MINUTES, 5, Calendar.MILLIS_PER_MINUTE),
        new Step(TimeUnit.MINUTES, 15, Calendar.MILLIS_PER_MINUTE),
        new Step(TimeUnit.MINUTES, 30, Calendar.MILLIS_PER_MINUTE),
        new Step(TimeUnit.HOURS, 1, Calendar.MILLIS_PER_HOUR),
        new Step(TimeUnit.HOURS, 3, Calendar.MILLIS_PER_HOUR),
        new Step(TimeUnit.HOURS, 6, Calendar.MILLIS_PER_HOUR),
        new Step(TimeUnit.HOURS, 12, Calendar.MILLIS_PER_HOUR),
        new Step(TimeUnit.DATE, 1, Calendar.MILLIS_PER_DAY),
        new Step(TimeUnit.DATE, 2, Calendar.MILLIS_PER_DAY),
        new Step(TimeUnit.WEEK, 1, 7.0 * Calendar.MILLIS_PER_DAY),
        new Step(TimeUnit.MONTH, 1, 30.0 * Calendar.MILLIS_PER_DAY),
        new Step(TimeUnit.MONTH, 3, 30.0 * Calendar.MILLIS_PER_DAY),
        new Step(TimeUnit.YEAR, 1, MILLIS_PER_YEAR)
    };

    /// @param unitMillis about how long the unit is
    private record Step(TimeUnit unit, double count, double unitMillis) {
        double millis() {
            return count * unitMillis;
        }
    }

    private TimeTicks() {}

    /// What a domain of dates is rounded to; `null` for nothing.
    ///
    /// @param nice a count of intervals, the name of a unit, `{interval, step}`; anything else means ten intervals
    static @Nullable TimeRounding rounding(@Nullable Object nice, double[] dates, LocalCalendar calendar) {
        Object interval = nice instanceof Map<?, ?> map ? map.get("interval") : nice;
        if (interval instanceof String name) {
            Object step = nice instanceof Map<?, ?> map ? map.get("step") : null;
            TimeUnit unit = TimeUnit.named(name);
            if (unit != null) {
                return Coercion.toBoolean(step)
                        ? TimeRounding.every(unit, Coercion.toNumber(step), calendar, true)
                        : TimeRounding.every(unit, calendar);
            }
        }
        double count = interval instanceof Double number ? number : DEFAULT_COUNT;
        return interval(Numbers.at(dates, 0), Numbers.at(dates, dates.length - 1), count, calendar);
    }

    /// The intervals that divide a span into about `count` parts; `null` when there are none.
    static @Nullable TimeRounding interval(double start, double stop, double count, LocalCalendar calendar) {
        boolean isLocal = calendar != LocalCalendar.UTC;
        double target = Math.abs(stop - start) / count;
        int place = place(target);
        if (place == STEPS.length) {
            double years = Ticks.step(start / MILLIS_PER_YEAR, stop / MILLIS_PER_YEAR, count);
            return TimeRounding.every(TimeUnit.YEAR, years, calendar, isLocal);
        }
        if (place == 0) {
            double millis = Math.max(Ticks.step(start, stop, count), 1);
            return TimeRounding.every(TimeUnit.MILLISECONDS, millis, calendar, isLocal);
        }
        boolean isNearerToLess = target / STEPS[place - 1].millis() < STEPS[place].millis() / target;
        Step step = STEPS[isNearerToLess ? place - 1 : place];
        return TimeRounding.every(step.unit, step.count, calendar, isLocal);
    }

    /// How many steps are not longer than the target; all for NaN.
    private static int place(double target) {
        int place = 0;
        while (place < STEPS.length && !(STEPS[place].millis() > target)) {
            place++;
        }
        return place;
    }
}
