package org.sheliak.runtime.value.time;

/// Day of the year, week and ISO week of an instant, as the functions `dayofyear`, `week` and `isoweek` count them.
///
/// Source: vega-time/src/util.js @ v6.4.0.
public final class Weeks {
    private Weeks() {}

    /// Day of the year, from 1.
    public static double dayOfYear(double millis, LocalCalendar calendar) {
        return TimeInterval.of(TimeUnit.DATE, calendar).count(beforeYear(millis, calendar), millis);
    }

    /// Week of the year: 0 before the first Sunday.
    public static double week(double millis, LocalCalendar calendar) {
        return TimeInterval.of(TimeUnit.WEEK, calendar).count(beforeYear(millis, calendar), millis);
    }

    /// ISO week of the year, from 1.
    public static double isoWeek(double millis, LocalCalendar calendar) {
        TimeInterval mondays = TimeInterval.of(TimeUnit.ISOWEEK, calendar);
        TimeInterval days = TimeInterval.of(TimeUnit.DATE, calendar);
        double year = calendar.get(DateField.YEAR, days.offset(mondays.floor(millis), 3));
        double weekOne = mondays.floor(days.offset(firstOfYear(year, calendar), 3));
        return 1 + mondays.count(weekOne, millis);
    }

    private static double beforeYear(double millis, LocalCalendar calendar) {
        return firstOfYear(calendar.get(DateField.YEAR, millis), calendar) - 1;
    }

    /// Vega takes the start of a UTC year from `Date.UTC`, which reads 0 to 99 as 1900 to 1999.
    private static double firstOfYear(double year, LocalCalendar calendar) {
        return calendar == LocalCalendar.UTC
                ? calendar.construct(year, 0, 1, 0, 0, 0, 0)
                : calendar.midnight(year, 0, 1);
    }
}
