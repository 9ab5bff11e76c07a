package org.sheliak.runtime.value;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Dates as JavaScript writes and reads them.
public final class DateText {
    private static final String[] WEEKDAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final DateTimeFormatter ZONE_NAME = DateTimeFormatter.ofPattern("zzzz", Locale.US);

    private static final long MAX_NAMED_MILLIS = Integer.MAX_VALUE * 1000L;

    private DateText() {}

    /// `Date.prototype.toString`: `Sun Jan 01 2012 00:00:00 GMT-0500 (Eastern Standard Time)`, or `Invalid Date`.
    public static String format(double millis, TimeZoneRules zone) {
        if (Double.isNaN(millis)) {
            return "Invalid Date";
        }
        long utc = (long) millis;
        long offset = zone.offsetAt(utc);
        long local = utc + offset;
        StringBuilder text = new StringBuilder(64)
                .append(WEEKDAYS[DateField.DAY.of(local)])
                .append(' ')
                .append(MONTHS[DateField.MONTH.of(local)])
                .append(' ');
        padded(text, DateField.DATE.of(local), 2).append(' ');
        int year = DateField.YEAR.of(local);
        padded(text.append(year < 0 ? "-" : ""), Math.abs(year), 4).append(' ');
        time(text, local).append(" GMT").append(offset < 0 ? '-' : '+');
        long minutes = Math.abs(offset) / Calendar.MILLIS_PER_MINUTE;
        padded(text, minutes / 60 * 100 + minutes % 60, 4);
        return text.append(" (").append(zoneName(utc, zone)).append(')').toString();
    }

    private static String zoneName(long utc, TimeZoneRules zone) {
        return zone.isUtc()
                ? "Coordinated Universal Time"
                : ZONE_NAME.format(Instant.ofEpochMilli(recent(utc)).atZone(zone.zone()));
    }

    /// V8 names the zone as in a recent year with the same calendar when the date is not within 1970 to 2038.
    ///
    /// Source: v8/src/date/date.h @ 11.3 (`EquivalentTime`).
    private static long recent(long utc) {
        if (utc >= 0 && utc <= MAX_NAMED_MILLIS) {
            return utc;
        }
        long day = Math.floorDiv(utc, Calendar.MILLIS_PER_DAY);
        int year = Calendar.year(day);
        long newYear = Calendar.firstOfMonth(year, 0);
        boolean isLeap = Calendar.firstOfMonth(year + 1, 0) - newYear == 366;
        int recentYear = 2008 + ((isLeap ? 1956 : 1967) + Calendar.weekday(newYear) * 12 % 28 + 3 * 28 - 2008) % 28;
        long recentDay = Calendar.firstOfMonth(recentYear, Calendar.month(day)) + Calendar.date(day) - 1;
        return utc + (recentDay - day) * Calendar.MILLIS_PER_DAY;
    }

    /// `Date.prototype.toISOString` of a valid date: `2012-01-01T05:00:00.000Z`.
    public static String formatIso(double millis) {
        long utc = (long) millis;
        int year = DateField.YEAR.of(utc);
        StringBuilder text = new StringBuilder(27);
        if (year < 0 || year > 9999) {
            padded(text.append(year < 0 ? '-' : '+'), Math.abs(year), 6);
        } else {
            padded(text, year, 4);
        }
        padded(text.append('-'), DateField.MONTH.of(utc) + 1, 2);
        padded(text.append('-'), DateField.DATE.of(utc), 2).append('T');
        return padded(time(text, utc).append('.'), DateField.MILLISECONDS.of(utc), 3)
                .append('Z')
                .toString();
    }

    private static StringBuilder time(StringBuilder text, long local) {
        padded(text, DateField.HOURS.of(local), 2).append(':');
        padded(text, DateField.MINUTES.of(local), 2).append(':');
        return padded(text, DateField.SECONDS.of(local), 2);
    }

    private static StringBuilder padded(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    /// `Date.parse`: milliseconds since 1970 in UTC, NaN when the text is no date.
    ///
    /// @param zone of texts that name none, except for ISO dates without a time, which are in UTC
    public static double parse(String text, TimeZoneRules zone) {
        return new DateParser(text, zone).parse();
    }
}
