package org.sheliak.runtime.source.delimited;

import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Dates as JavaScript's `Date.parse(text)` reads them, from bytes.
final class FieldDates {
    private static final int NONE = -1;
    /// What `2020-01-02`, `2020-01-02T03:04:05` and `2020-01-02T03:04:05.678` are long.
    private static final int DAY_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;
    private static final int MILLI_LENGTH = 23;
    /// Days that all months have.
    private static final int LEAST_DAYS = 28;

    private FieldDates() {}

    /// Epoch millis; NaN when the field reads as no date.
    ///
    /// @param zone of texts that name none
    static double epochMillis(Fields fields, int row, TimeZoneRules zone) {
        byte[] bytes = fields.bytes();
        int start = fields.starts()[row];
        int length = fields.lengths()[row];
        boolean isUtc = length == DAY_LENGTH || (length > DAY_LENGTH && bytes[start + length - 1] == 'Z');
        long millis = isUtc ? utc(bytes, start, length == DAY_LENGTH ? length : length - 1) : NONE;
        return millis == NONE ? DateText.parse(fields.text(row), zone) : millis;
    }

    /// The millis of a date in the most usual forms, from 1970 on and before the last days of a month;
    /// else -1.
    private static long utc(byte[] bytes, int start, int length) {
        if (length < DAY_LENGTH || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            return NONE;
        }
        int year = 100 * two(bytes, start) + two(bytes, start + 2);
        int month = two(bytes, start + 5);
        int date = two(bytes, start + 8);
        boolean isUsual = year >= 1970 && month >= 1 && month <= 12 && date >= 1 && date <= LEAST_DAYS;
        long time = length == DAY_LENGTH ? 0 : time(bytes, start + DAY_LENGTH, length);
        return isUsual && time >= 0
                ? (Calendar.firstOfMonth(year, month - 1) + date - 1) * Calendar.MILLIS_PER_DAY + time
                : NONE;
    }

    private static long time(byte[] bytes, int start, int length) {
        boolean hasMillis = length == MILLI_LENGTH;
        boolean isUsual = (hasMillis || length == SECOND_LENGTH)
                && bytes[start] == 'T'
                && bytes[start + 3] == ':'
                && bytes[start + 6] == ':';
        if (!isUsual) {
            return NONE;
        }
        int hours = two(bytes, start + 1);
        int minutes = two(bytes, start + 4);
        int seconds = two(bytes, start + 7);
        int millis = hasMillis ? millis(bytes, start + 9) : 0;
        boolean isTime = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 && seconds <= 59;
        return isTime && millis >= 0 ? ((hours * 60L + minutes) * 60 + seconds) * 1000 + millis : NONE;
    }

    /// The thousandths after a point.
    private static int millis(byte[] bytes, int point) {
        int tens = two(bytes, point + 1);
        int ones = bytes[point + 3] - '0';
        return bytes[point] == '.' && tens >= 0 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NONE;
    }

    /// The number of two digits, or one below zero.
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Integer.MIN_VALUE / 1000;
    }
}
