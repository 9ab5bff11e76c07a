package org.sheliak.runtime.scale;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;

/// Rounds dates to intervals of time, or to every n-th of them.
///
/// Source: d3-time/src/interval.js, year.js, millisecond.js, ticks.js @ v3.1.
interface TimeRounding {
    /// The start of the interval that a date is in.
    double floor(double millis);

    /// The start of the next interval.
    double next(double millis);

    /// The first start of an interval at or after a date.
    default double ceil(double millis) {
        return floor(next(floor(Calendar.clip(millis - 1))));
    }

    /// Every interval of a unit.
    static TimeRounding every(TimeUnit unit, LocalCalendar calendar) {
        TimeInterval interval = TimeInterval.of(unit, calendar);
        return new TimeRounding() {
            @Override
            public double floor(double millis) {
                return interval.floor(millis);
            }

            @Override
            public double next(double millis) {
                return interval.offset(millis, 1);
            }
        };
    }

    /// Every n-th interval of a unit; `null` when n is not positive.
    ///
    /// @param calendarDays whether days are counted from the start of the month, not of 1970
    static @Nullable TimeRounding every(TimeUnit unit, double step, LocalCalendar calendar, boolean calendarDays) {
        double whole = Math.floor(step);
        if (!Double.isFinite(whole) || !(whole > 0)) {
            return null;
        }
        return switch (unit) {
            case YEAR -> years(whole, calendar);
            case MILLISECONDS -> milliseconds(whole);
            default ->
                whole > 1
                        ? filtered(
                                every(unit, calendar),
                                millis -> place(unit, millis, calendar, calendarDays) % whole == 0)
                        : every(unit, calendar);
        };
    }

    /// Whether an interval that starts at a date counts.
    @FunctionalInterface
    interface Test {
        boolean holds(double millis);
    }

    private static double place(TimeUnit unit, double millis, LocalCalendar calendar, boolean calendarDays) {
        return switch (unit) {
            case SECONDS -> LocalCalendar.UTC.get(DateField.SECONDS, millis);
            case MINUTES -> calendar.get(DateField.MINUTES, millis);
            case HOURS -> calendar.get(DateField.HOURS, millis);
            case DATE, DAY, DAYOFYEAR ->
                calendarDays
                        ? calendar.get(DateField.DATE, millis) - 1
                        : Math.floor(millis / (double) Calendar.MILLIS_PER_DAY);
            case MONTH -> calendar.get(DateField.MONTH, millis);
            default -> TimeInterval.of(unit, calendar).count(0, millis);
        };
    }

    private static TimeRounding filtered(TimeRounding all, Test test) {
        return new TimeRounding() {
            @Override
            public double floor(double millis) {
                double start = all.floor(millis);
                while (!Double.isNaN(start) && !test.holds(start)) {
                    start = all.floor(start - 1);
                }
                return start;
            }

            @Override
            public double next(double millis) {
                double start = all.next(millis);
                while (!Double.isNaN(start) && !test.holds(start)) {
                    start = all.next(start);
                }
                return start;
            }
        };
    }

    private static TimeRounding years(double step, LocalCalendar calendar) {
        return new TimeRounding() {
            @Override
            public double floor(double millis) {
                double year = Math.floor(calendar.get(DateField.YEAR, millis) / step) * step;
                double moved = calendar.withYear(millis, year);
                return calendar.startOfDay(calendar.withMonth(moved, 0, 1));
            }

            @Override
            public double next(double millis) {
                return Double.isNaN(millis)
                        ? millis
                        : calendar.withYear(millis, calendar.get(DateField.YEAR, millis) + step);
            }
        };
    }

    private static TimeRounding milliseconds(double step) {
        return new TimeRounding() {
            @Override
            public double floor(double millis) {
                return Calendar.clip(Math.floor(millis / step) * step);
            }

            @Override
            public double next(double millis) {
                return Calendar.clip(millis + step);
            }
        };
    }
}
