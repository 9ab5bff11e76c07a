package org.sheliak.runtime.value.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Truncates instants to a set of time units: units that are left out take their value from a reference year.
/// Milliseconds since 1970 in UTC, NaN for an invalid date. Holds cursors, so each thread makes its own.
///
/// Differs from Vega: where clocks skip midnight, weeks and days of the year are counted by calendar days all the same.
///
/// Source: vega-time/src/floor.js @ v6.4.0.
public final class TimeUnitFloor {
    /// A leap year that begins on a Sunday.
    private static final int REFERENCE_YEAR = 2012;
    /// A year with 53 ISO weeks.
    private static final int ISOWEEK_REFERENCE_YEAR = 2015;

    private final Set<TimeUnit> units;
    private final TimeUnit smallest;
    private final double step;
    private final boolean utc;
    private final OffsetCursor toLocal;
    private final OffsetCursor toUtc;

    private TimeUnitFloor(List<TimeUnit> units, double step, LocalCalendar calendar, boolean utc) {
        this.units = EnumSet.copyOf(units);
        this.smallest = units.getLast();
        this.step = step;
        this.utc = utc;
        this.toLocal = calendar.rules().utcCursor();
        this.toUtc = calendar.rules().localCursor();
    }

    /// `timeFloor(units, step)` in a time zone.
    ///
    /// @param units as from [TimeUnit#parse]
    /// @param step how many of the smallest unit make one interval; 1 or less for single ones
    public static TimeUnitFloor local(List<TimeUnit> units, double step, LocalCalendar calendar) {
        return new TimeUnitFloor(units, step, calendar, false);
    }

    /// `utcFloor(units, step)`.
    public static TimeUnitFloor utc(List<TimeUnit> units, double step) {
        return new TimeUnitFloor(units, step, LocalCalendar.UTC, true);
    }

    /// Truncates the first `count` instants in place.
    public void floor(double[] millis, int count) {
        for (int i = 0; i < count; i++) {
            millis[i] = floor(millis[i]);
        }
    }

    /// The start of the units' interval that contains the instant.
    public double floor(double millis) {
        if (Double.isNaN(millis)) {
            return Double.NaN;
        }
        long instant = (long) millis;
        long local = instant + toLocal.offset(instant);
        long day = DateField.day(local);
        long year = year(day);
        long time = time(DateField.millisOfDay(local));
        if (utc && year >= 0 && year < 100) {
            // Vega's utcDate reads a year that is not there, and so makes an invalid date.
            return Double.NaN;
        }
        return instant(year, month(day), date(day, year), time);
    }

    private double instant(long year, long month, long date, long time) {
        long local = day(year, month, date) * Calendar.MILLIS_PER_DAY + time;
        return Calendar.clip((double) (local - toUtc.offset(local)));
    }

    /// Days since 1970. Vega works out the years 0 to 99 as days of the year -1 and sets the year afterwards.
    private static long day(long year, long month, long date) {
        if (year < 0 || year > 99) {
            return firstOfMonth(year, month) + date - 1;
        }
        long day = firstOfMonth(-1, month) + date - 1;
        return Calendar.firstOfMonth(year, Calendar.month(day)) + Calendar.date(day) - 1;
    }

    private static long firstOfMonth(long year, long month) {
        return Calendar.firstOfMonth(year + Math.floorDiv(month, 12), (int) Math.floorMod(month, 12L));
    }

    private long year(long day) {
        if (!units.contains(TimeUnit.YEAR)) {
            return units.contains(TimeUnit.ISOWEEK) ? ISOWEEK_REFERENCE_YEAR : REFERENCE_YEAR;
        }
        return stepped(TimeUnit.YEAR, units.contains(TimeUnit.ISOWEEK) ? isoWeekYear(day) : Calendar.year(day), 0);
    }

    private long month(long day) {
        if (units.contains(TimeUnit.MONTH)) {
            return stepped(TimeUnit.MONTH, Calendar.month(day), 0);
        }
        return units.contains(TimeUnit.QUARTER) ? (long) (3 * exact(TimeUnit.QUARTER, Calendar.month(day) / 3, 0)) : 0;
    }

    /// The day within the month, or within the year when there is no month, for a year that is truncated already.
    private long date(long day, long year) {
        boolean hasDay = units.contains(TimeUnit.DAY);
        if (units.contains(TimeUnit.WEEK)) {
            return hasDay
                    ? stepped(TimeUnit.DAY, dayOfWeek((double) week(day), Calendar.weekday(day), year), 1)
                    : dayOfWeek(exact(TimeUnit.WEEK, week(day), 1), 0, year);
        }
        if (units.contains(TimeUnit.ISOWEEK)) {
            return hasDay
                    ? stepped(
                            TimeUnit.DAY, dayOfIsoWeek((double) isoWeek(day), (Calendar.weekday(day) + 6) % 7, year), 1)
                    : dayOfIsoWeek(exact(TimeUnit.ISOWEEK, isoWeek(day), 1), 0, year);
        }
        if (hasDay) {
            return stepped(TimeUnit.DAY, dayOfWeek(1, Calendar.weekday(day), year), 1);
        }
        if (units.contains(TimeUnit.DATE)) {
            return stepped(TimeUnit.DATE, Calendar.date(day), 1);
        }
        return units.contains(TimeUnit.DAYOFYEAR) ? stepped(TimeUnit.DAYOFYEAR, dayOfYear(day), 1) : 1;
    }

    private long time(long millisOfDay) {
        long time = 0;
        if (units.contains(TimeUnit.HOURS)) {
            time += stepped(TimeUnit.HOURS, millisOfDay / Calendar.MILLIS_PER_HOUR, 0) * Calendar.MILLIS_PER_HOUR;
        }
        if (units.contains(TimeUnit.MINUTES)) {
            long minutes = millisOfDay / Calendar.MILLIS_PER_MINUTE % 60;
            time += stepped(TimeUnit.MINUTES, minutes, 0) * Calendar.MILLIS_PER_MINUTE;
        }
        if (units.contains(TimeUnit.SECONDS)) {
            long seconds = millisOfDay / Calendar.MILLIS_PER_SECOND % 60;
            time += stepped(TimeUnit.SECONDS, seconds, 0) * Calendar.MILLIS_PER_SECOND;
        }
        if (units.contains(TimeUnit.MILLISECONDS)) {
            time += stepped(TimeUnit.MILLISECONDS, millisOfDay % Calendar.MILLIS_PER_SECOND, 0);
        }
        return time;
    }

    /// The value rounded down to a multiple of the step, without its fraction: a Date has whole components.
    private long stepped(TimeUnit unit, long value, long phase) {
        return (long) exact(unit, value, phase);
    }

    /// The value rounded down to a multiple of the step, counted from `phase`; only the smallest unit has a step.
    private double exact(TimeUnit unit, long value, long phase) {
        return step > 1 && unit == smallest ? phase + step * Math.floor((value - phase) / step) : value;
    }

    private long dayOfWeek(double week, long weekday, long year) {
        return (long) (weekday + week * 7 - (Calendar.weekday(newYear(year)) + 6) % 7);
    }

    private long dayOfIsoWeek(double week, long isoWeekday, long year) {
        return (long) (isoWeekOne(year) - newYear(year) + 1 + (week - 1) * 7 + isoWeekday);
    }

    /// For UTC, Vega asks `Date.UTC`, which reads 0 to 99 as 1900 to 1999.
    private long newYear(long year) {
        return Calendar.firstOfMonth(utc && year >= 0 && year <= 99 ? 1900 + year : year, 0);
    }

    private static long sunday(long day) {
        return day - Calendar.weekday(day);
    }

    private static long monday(long day) {
        return day - (Calendar.weekday(day) + 6) % 7;
    }

    private long isoWeekOne(long year) {
        return monday(newYear(year) + 3);
    }

    private static long isoWeekYear(long day) {
        return Calendar.year(monday(day) + 3);
    }

    private long isoWeek(long day) {
        return 1 + (monday(day) - isoWeekOne(isoWeekYear(day))) / 7;
    }

    private long week(long day) {
        return (sunday(day) - sunday(newYear(Calendar.year(day)) - 1)) / 7;
    }

    private long dayOfYear(long day) {
        return day - newYear(Calendar.year(day)) + 1;
    }
}
