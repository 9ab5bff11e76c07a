package org.sheliak.runtime.value.time;

/// The proleptic Gregorian calendar in days and milliseconds since 1970-01-01, with the overflow rules of JavaScript.
///
/// Source: ECMA-262 (2024), 21.4.1 (`MakeTime`, `MakeDay`, `MakeDate`, `TimeClip`). The conversion between days and
/// dates follows H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin on the first of March.
public final class Calendar {
    public static final long MILLIS_PER_SECOND = 1000;
    public static final long MILLIS_PER_MINUTE = 60 * MILLIS_PER_SECOND;
    public static final long MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;
    public static final long MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

    /// The largest distance from 1970 that a Date can have.
    public static final double MAX_MILLIS = 8.64e15;

    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_FROM_MARCH_0000_TO_1970 = 719_468;
    private static final double MAX_MONTHS = 1e9;

    private Calendar() {}

    /// Days from 1970-01-01 to the first of a month; January is 0.
    public static long firstOfMonth(long year, int month) {
        long marchYear = month < 2 ? year - 1 : year;
        int marchMonth = month < 2 ? month + 10 : month - 2;
        long era = Math.floorDiv(marchYear, 400);
        long yearOfEra = marchYear - era * 400;
        long dayOfYear = (153L * marchMonth + 2) / 5;
        return era * DAYS_PER_ERA
                + yearOfEra * 365
                + yearOfEra / 4
                - yearOfEra / 100
                + dayOfYear
                - DAYS_FROM_MARCH_0000_TO_1970;
    }

    /// The year of a day.
    public static int year(long day) {
        return (int) (packed(day) >> 16);
    }

    /// The month of a day; January is 0.
    public static int month(long day) {
        return (int) (packed(day) >> 8 & 0xff);
    }

    /// The day of the month, from 1.
    public static int date(long day) {
        return (int) (packed(day) & 0xff);
    }

    /// The day of the week; Sunday is 0.
    public static int weekday(long day) {
        return Math.floorMod(day + 4, 7);
    }

    /// Year, month and date of a day in one number: `year << 16 | month << 8 | date`.
    static long packed(long day) {
        long shifted = day + DAYS_FROM_MARCH_0000_TO_1970;
        long era = Math.floorDiv(shifted, (long) DAYS_PER_ERA);
        int dayOfEra = (int) (shifted - era * DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int date = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10;
        long year = yearOfEra + era * 400 + (month < 2 ? 1 : 0);
        return year << 16 | (long) month << 8 | date;
    }

    /// `MakeDay`: days since 1970-01-01 of a date whose month and day may overflow; NaN when not finite.
    public static double makeDay(double year, double month, double date) {
        double wholeMonth = truncate(month);
        double wholeYear = truncate(year) + Math.floor(wholeMonth / 12);
        if (!(Math.abs(wholeYear) < MAX_MONTHS) || Double.isNaN(date) || Double.isInfinite(date)) {
            return Double.NaN;
        }
        int monthOfYear = (int) (wholeMonth - Math.floor(wholeMonth / 12) * 12);
        return firstOfMonth((long) wholeYear, monthOfYear) + truncate(date) - 1;
    }

    /// `MakeTime`: milliseconds of a time whose parts may overflow.
    public static double makeTime(double hours, double minutes, double seconds, double milliseconds) {
        return truncate(hours) * MILLIS_PER_HOUR
                + truncate(minutes) * MILLIS_PER_MINUTE
                + truncate(seconds) * MILLIS_PER_SECOND
                + truncate(milliseconds);
    }

    /// `TimeClip`: whole milliseconds within the range of a Date, else NaN.
    public static double clip(double millis) {
        return Math.abs(millis) <= MAX_MILLIS ? truncate(millis) + 0.0 : Double.NaN;
    }

    private static double truncate(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }
}
