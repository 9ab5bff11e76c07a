package org.sheliak.runtime.value;

import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The numbers of a date while it is parsed, and what they mean together.
///
/// Source: v8/src/date/dateparser.cc @ 11.3 (`DayComposer`, `TimeComposer`, `TimeZoneComposer`).
final class DateParts {
    private static final int NONE = Integer.MAX_VALUE;

    private final int[] days = {1, 1, 1};
    private final int[] times = new int[4];
    private int dayCount;
    private int timeCount;
    private int namedMonth = NONE;
    private int hourOffset = NONE;
    private int zoneSign = NONE;
    private int zoneHour = NONE;
    private int zoneMinute = NONE;
    private boolean isIso;

    boolean addDay(int number) {
        if (dayCount == days.length) {
            return false;
        }
        days[dayCount++] = number;
        return true;
    }

    boolean hasDay() {
        return dayCount > 0;
    }

    void setNamedMonth(int month) {
        namedMonth = month;
    }

    void setIso() {
        isIso = true;
    }

    boolean addTime(int number) {
        if (timeCount == times.length) {
            return false;
        }
        times[timeCount++] = number;
        return true;
    }

    void addFinalTime(int number) {
        addTime(number);
        timeCount = times.length;
    }

    boolean hasTime() {
        return timeCount > 0;
    }

    /// Whether a number without a colon after it can be the next part of the time.
    boolean expectsTime(int number) {
        return switch (timeCount) {
            case 1, 2 -> number <= 59;
            case 3 -> number <= 999;
            default -> false;
        };
    }

    void setHourOffset(int hours) {
        hourOffset = hours;
    }

    void setZoneSign(int sign) {
        zoneSign = sign;
    }

    void setZoneHours(int hours) {
        zoneSign = hours < 0 ? -1 : 1;
        setZone(Math.abs(hours), 0);
    }

    void setZone(int hour, int minute) {
        zoneHour = hour;
        zoneMinute = minute;
    }

    void setZoneHour(int hour) {
        setZone(hour, NONE);
    }

    void setZoneMinute(int minute) {
        zoneMinute = minute;
    }

    boolean expectsZoneMinute(int number) {
        return zoneHour != NONE && zoneMinute == NONE && number <= 59;
    }

    boolean isUtc() {
        return zoneHour == 0 && zoneMinute == 0;
    }

    /// The instant in milliseconds since 1970, NaN when the parts make no date.
    double epochMillis(TimeZoneRules zone) {
        double day = day();
        double time = time();
        if (zoneSign == NONE) {
            return Double.isNaN(day + time) ? Double.NaN : new LocalCalendar(zone).toUtc(day, time);
        }
        long hours = zoneHour == NONE ? 0 : zoneHour;
        long minutes = zoneMinute == NONE ? 0 : zoneMinute;
        double offset = zoneSign * (hours * Calendar.MILLIS_PER_HOUR + minutes * Calendar.MILLIS_PER_MINUTE);
        return Calendar.clip(day * Calendar.MILLIS_PER_DAY + time - offset);
    }

    /// Days since 1970. Without a year, it is 2001.
    private double day() {
        if (dayCount == 0) {
            return Double.NaN;
        }
        boolean startsWithDay = isDay(days[0]);
        if (namedMonth != NONE) {
            return startsWithDay ? day(days[1], namedMonth, days[0]) : day(days[0], namedMonth, days[1]);
        }
        return isIso || !startsWithDay ? day(days[0], days[1], days[2]) : day(days[2], days[0], days[1]);
    }

    private double day(int year, int month, int date) {
        if (month < 1 || month > 12 || !isDay(date)) {
            return Double.NaN;
        }
        int fullYear = isIso || year < 0 || year > 99 ? year : year <= 49 ? 2000 + year : 1900 + year;
        return Calendar.makeDay(fullYear, month - 1, date);
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    /// Milliseconds since midnight.
    private double time() {
        int hour = times[0];
        if (hourOffset != NONE) {
            if (hour > 12) {
                return Double.NaN;
            }
            hour = hour % 12 + hourOffset;
        }
        boolean inRange = hour <= 23 && times[1] <= 59 && times[2] <= 59 && times[3] <= 999;
        boolean isDayEnd = hour == 24 && times[1] == 0 && times[2] == 0 && times[3] == 0;
        return inRange || isDayEnd ? Calendar.makeTime(hour, times[1], times[2], times[3]) : Double.NaN;
    }
}
