package org.sheliak.runtime.value.time;

import java.util.Arrays;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The interval of time that belongs to a unit, in one time zone: what contains an instant, what comes next.
/// Instants are milliseconds since 1970 in UTC, NaN for an invalid date.
///
/// Source: d3-time/src/interval.js, day.js, week.js, ... @ v3.1; the choice by unit is vega-time/src/interval.js @
/// v6.4.0.
public final class TimeInterval {
    private static final int MAX_SEQUENCE_LENGTH = 10_000_000;
    private static final int SUNDAY = 0;
    private static final int MONDAY = 1;
    private static final int THURSDAY = 4;

    private enum Kind {
        YEAR,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        MILLISECOND
    }

    private final Kind kind;
    private final int firstWeekday;
    private final LocalCalendar calendar;

    private TimeInterval(Kind kind, int firstWeekday, LocalCalendar calendar) {
        this.kind = kind;
        this.firstWeekday = firstWeekday;
        this.calendar = calendar;
    }

    /// The interval of a unit; a week starts on Sunday, an ISO week on Monday.
    public static TimeInterval of(TimeUnit unit, LocalCalendar calendar) {
        return switch (unit) {
            case YEAR -> new TimeInterval(Kind.YEAR, 0, calendar);
            case QUARTER -> new TimeInterval(Kind.QUARTER, 0, calendar);
            case MONTH -> new TimeInterval(Kind.MONTH, 0, calendar);
            case WEEK -> new TimeInterval(Kind.WEEK, SUNDAY, calendar);
            case ISOWEEK -> new TimeInterval(Kind.WEEK, MONDAY, calendar);
            case DATE, DAY, DAYOFYEAR -> new TimeInterval(Kind.DAY, 0, calendar);
            case HOURS -> new TimeInterval(Kind.HOUR, 0, calendar);
            case MINUTES -> new TimeInterval(Kind.MINUTE, 0, calendar);
            case SECONDS -> new TimeInterval(Kind.SECOND, 0, calendar);
            case MILLISECONDS -> new TimeInterval(Kind.MILLISECOND, 0, calendar);
        };
    }

    /// Weeks that start on Thursday: the Thursday decides the year of an ISO week.
    public static TimeInterval thursdays(LocalCalendar calendar) {
        return new TimeInterval(Kind.WEEK, THURSDAY, calendar);
    }

    /// Start of the interval that contains the instant.
    public double floor(double millis) {
        return switch (kind) {
            case YEAR -> calendar.startOfDay(calendar.withMonth(millis, 0, 1));
            case QUARTER -> floorToQuarter(millis);
            case MONTH -> calendar.startOfDay(calendar.withDate(millis, 1));
            case WEEK ->
                calendar.startOfDay(calendar.withDate(millis, get(DateField.DATE, millis) - daysIntoWeek(millis)));
            case DAY -> calendar.startOfDay(millis);
            case HOUR ->
                Calendar.clip(millis
                        - get(DateField.MILLISECONDS, millis)
                        - get(DateField.SECONDS, millis) * Calendar.MILLIS_PER_SECOND
                        - get(DateField.MINUTES, millis) * Calendar.MILLIS_PER_MINUTE);
            case MINUTE ->
                Calendar.clip(millis
                        - get(DateField.MILLISECONDS, millis)
                        - get(DateField.SECONDS, millis) * Calendar.MILLIS_PER_SECOND);
            case SECOND -> Calendar.clip(millis - get(DateField.MILLISECONDS, millis));
            case MILLISECOND -> Calendar.clip(millis);
        };
    }

    private double floorToQuarter(double millis) {
        double month = get(DateField.MONTH, millis);
        return calendar.startOfDay(calendar.withMonth(millis, month - month % 3, 1));
    }

    private double daysIntoWeek(double millis) {
        return (get(DateField.DAY, millis) + 7 - firstWeekday) % 7;
    }

    /// The instant moved by so many intervals, forwards or back; a fraction of a step is rounded down.
    public double offset(double millis, double steps) {
        double whole = Math.floor(steps);
        return switch (kind) {
            case YEAR -> Double.isNaN(millis) ? millis : calendar.withYear(millis, get(DateField.YEAR, millis) + whole);
            case QUARTER -> offsetQuarters(millis, whole);
            case MONTH -> calendar.withMonth(millis, get(DateField.MONTH, millis) + whole);
            case WEEK -> calendar.withDate(millis, get(DateField.DATE, millis) + whole * 7);
            case DAY -> calendar.withDate(millis, get(DateField.DATE, millis) + whole);
            case HOUR -> Calendar.clip(millis + whole * Calendar.MILLIS_PER_HOUR);
            case MINUTE -> Calendar.clip(millis + whole * Calendar.MILLIS_PER_MINUTE);
            case SECOND -> Calendar.clip(millis + whole * Calendar.MILLIS_PER_SECOND);
            case MILLISECOND -> Calendar.clip(millis + whole);
        };
    }

    /// Month by month to one that starts a quarter, as often as asked, for an overflowing day of the month counts too.
    private double offsetQuarters(double millis, double steps) {
        double direction = steps < 0 ? -1 : 1;
        double moved = millis;
        for (double left = Math.abs(steps); left > 0 && !Double.isNaN(moved); left--) {
            do {
                moved = calendar.withMonth(moved, get(DateField.MONTH, moved) + direction);
            } while (get(DateField.MONTH, moved) % 3 != 0 && !Double.isNaN(moved));
        }
        return moved;
    }

    /// The first start of an interval at or after the instant.
    public double ceil(double millis) {
        return floor(offset(floor(Calendar.clip(millis - 1)), 1));
    }

    /// Number of starts of an interval after `start` and up to `end`. Not for quarters, as in d3-time.
    public double count(double start, double end) {
        double from = floor(start);
        double to = floor(end);
        double offsetChange =
                (calendar.timezoneOffset(to) - calendar.timezoneOffset(from)) * Calendar.MILLIS_PER_MINUTE;
        return Math.floor(
                switch (kind) {
                    case YEAR -> get(DateField.YEAR, to) - get(DateField.YEAR, from);
                    case QUARTER -> throw new IllegalStateException("quarters cannot be counted");
                    case MONTH ->
                        get(DateField.MONTH, to)
                                - get(DateField.MONTH, from)
                                + (get(DateField.YEAR, to) - get(DateField.YEAR, from)) * 12;
                    case WEEK -> (to - from - offsetChange) / (7 * Calendar.MILLIS_PER_DAY);
                    case DAY -> (to - from - offsetChange) / Calendar.MILLIS_PER_DAY;
                    case HOUR -> (to - from) / Calendar.MILLIS_PER_HOUR;
                    case MINUTE -> (to - from) / Calendar.MILLIS_PER_MINUTE;
                    case SECOND -> (to - from) / Calendar.MILLIS_PER_SECOND;
                    case MILLISECOND -> to - from;
                });
    }

    /// The starts of every `step`-th interval from `start` until before `stop`.
    ///
    /// @throws SheliakException RESOURCE_LIMIT when there are more than ten million
    public double[] range(double start, double stop, double step) {
        double next = ceil(start);
        double whole = Math.floor(step);
        if (!(next < stop) || !(whole > 0)) {
            return new double[0];
        }
        double[] starts = new double[16];
        int length = 0;
        double previous;
        do {
            if (length == MAX_SEQUENCE_LENGTH) {
                throw new SheliakException(
                        ErrorCode.RESOURCE_LIMIT,
                        SourceLocation.UNKNOWN,
                        "a time sequence has more than " + MAX_SEQUENCE_LENGTH + " steps");
            }
            if (length == starts.length) {
                starts = Arrays.copyOf(starts, length * 2);
            }
            previous = next;
            starts[length++] = previous;
            next = floor(offset(next, whole));
        } while (previous < next && next < stop);
        return Arrays.copyOf(starts, length);
    }

    private double get(DateField field, double millis) {
        return calendar.get(field, millis);
    }
}
