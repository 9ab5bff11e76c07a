package org.sheliak.runtime.value.time;

/// The getters, setters and constructors of JavaScript's Date in one time zone, on milliseconds since 1970 in UTC.
/// NaN is an invalid date, in and out. With the zone UTC it is the `getUTC...` family.
///
/// Source: ECMA-262 (2024), 21.4.
public final class LocalCalendar {
    public static final LocalCalendar UTC = new LocalCalendar(TimeZoneRules.UTC);

    private final TimeZoneRules rules;

    public LocalCalendar(TimeZoneRules rules) {
        this.rules = rules;
    }

    public TimeZoneRules rules() {
        return rules;
    }

    /// `getFullYear`, `getMonth`, ...: NaN for an invalid date.
    public double get(DateField field, double millis) {
        return Double.isNaN(millis) ? Double.NaN : field.of(local(millis));
    }

    /// `getTimezoneOffset`: whole minutes by which UTC is ahead of local time.
    public double timezoneOffset(double millis) {
        if (Double.isNaN(millis)) {
            return millis;
        }
        long minutes = -rules.offsetAt((long) millis) / Calendar.MILLIS_PER_MINUTE;
        return (double) minutes;
    }

    /// `new Date(year, month, ...)` or `Date.UTC(...)`: the years 0 to 99 mean 1900 to 1999.
    public double construct(
            double year, double month, double date, double hours, double minutes, double seconds, double millis) {
        double wholeYear = year < 0 ? Math.ceil(year) : Math.floor(year);
        double fullYear = wholeYear >= 0 && wholeYear <= 99 ? 1900 + wholeYear : year;
        return toUtc(Calendar.makeDay(fullYear, month, date), Calendar.makeTime(hours, minutes, seconds, millis));
    }

    /// Midnight of a day given by components, which may overflow.
    public double midnight(double year, double month, double date) {
        return toUtc(Calendar.makeDay(year, month, date), 0);
    }

    /// `setFullYear(year)`; an invalid date counts as 1970.
    public double withYear(double millis, double year) {
        long local = Double.isNaN(millis) ? 0 : local(millis);
        long day = DateField.day(local);
        return toUtc(
                Calendar.makeDay(year, Calendar.month(day), Calendar.date(day)), (double) DateField.millisOfDay(local));
    }

    /// `setMonth(month)`.
    public double withMonth(double millis, double month) {
        return Double.isNaN(millis) ? millis : withMonth(millis, month, get(DateField.DATE, millis));
    }

    /// `setMonth(month, date)`.
    public double withMonth(double millis, double month, double date) {
        if (Double.isNaN(millis)) {
            return millis;
        }
        long local = local(millis);
        return toUtc(Calendar.makeDay(Calendar.year(DateField.day(local)), month, date), (double)
                DateField.millisOfDay(local));
    }

    /// `setDate(date)`.
    public double withDate(double millis, double date) {
        return Double.isNaN(millis) ? millis : withMonth(millis, get(DateField.MONTH, millis), date);
    }

    /// `setHours(0, 0, 0, 0)`.
    public double startOfDay(double millis) {
        return Double.isNaN(millis) ? millis : toUtc((double) DateField.day(local(millis)), 0);
    }

    /// The instant of a local day and a time in it; NaN outside of the range of a Date.
    public double toUtc(double day, double time) {
        double local = day * (double) Calendar.MILLIS_PER_DAY + time;
        if (!(Math.abs(local) <= Calendar.MAX_MILLIS + (double) Calendar.MILLIS_PER_DAY)) {
            return Double.NaN;
        }
        return Calendar.clip((double) rules.toUtc((long) local));
    }

    private long local(double millis) {
        long utc = (long) millis;
        return utc + rules.offsetAt(utc);
    }
}
