package org.sheliak.runtime.value.format;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.WhiteSpace;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;

/// Reads dates by a d3 format specifier such as `%Y-%m-%d`. A text must match to its end.
///
/// Source: d3-time-format/src/locale.js (`newParse`) @ v4.1.
public final class DateReader {
    private static final int FAILED = -1;

    private final String specifier;
    private final @Nullable LocalCalendar local;
    private final DateLocale locale;

    private DateReader(String specifier, @Nullable LocalCalendar local, FormatLocale locale) {
        this.specifier = specifier;
        this.local = local;
        this.locale = locale.dates();
    }

    /// `timeParse(specifier)`: texts without a time zone are in local time.
    public static DateReader local(String specifier, LocalCalendar calendar, FormatLocale locale) {
        return new DateReader(specifier, calendar, locale);
    }

    /// `utcParse(specifier)`.
    public static DateReader utc(String specifier, FormatLocale locale) {
        return new DateReader(specifier, null, locale);
    }

    /// Milliseconds since 1970 in UTC, or nothing when the text does not match.
    public OptionalDouble read(String text) {
        ReadDate date = new ReadDate();
        if (read(date, specifier, text, 0) != text.length()) {
            return OptionalDouble.empty();
        }
        return date.epochMillis(local);
    }

    private int read(ReadDate date, String pattern, String text, int start) {
        int position = start;
        for (int i = 0; i < pattern.length(); ) {
            if (position >= text.length()) {
                return FAILED;
            }
            char character = pattern.charAt(i++);
            if (character != '%') {
                if (character != text.charAt(position++)) {
                    return FAILED;
                }
                continue;
            }
            if (i < pattern.length() && "-_0".indexOf(pattern.charAt(i)) >= 0) {
                i++;
            }
            if (i >= pattern.length()) {
                return FAILED;
            }
            position = directive(date, pattern.charAt(i++), text, position);
            if (position < 0) {
                return FAILED;
            }
        }
        return position;
    }

    private int directive(ReadDate date, char directive, String text, int start) {
        return switch (directive) {
            case 'a' -> name(date, 'w', locale.shortWeekdays(), text, start);
            case 'A' -> name(date, 'w', locale.weekdays(), text, start);
            case 'b' -> name(date, 'm', locale.shortMonths(), text, start);
            case 'B' -> name(date, 'm', locale.months(), text, start);
            case 'p' -> name(date, 'p', locale.periods(), text, start);
            case 'c' -> read(date, locale.dateTime(), text, start);
            case 'x' -> read(date, locale.date(), text, start);
            case 'X' -> read(date, locale.time(), text, start);
            case 'Z' -> zone(date, text, start);
            case '%' -> text.charAt(start) == '%' ? start + 1 : FAILED;
            case 'd', 'e' -> number(date, 'd', text, start, 2);
            case 'H', 'I' -> number(date, 'H', text, start, 2);
            case 'M', 'S', 'U', 'V', 'W', 'm' -> number(date, directive, text, start, 2);
            case 'L', 'j' -> number(date, directive, text, start, 3);
            case 'q', 'u', 'w' -> number(date, directive, text, start, 1);
            case 'f' -> number(date, directive, text, start, 6);
            case 'Q', 's' -> number(date, directive, text, start, text.length());
            case 'G', 'Y' -> number(date, 'y', text, start, 4);
            case 'g', 'y' -> number(date, 'Y', text, start, 2);
            default -> FAILED;
        };
    }

    private static int name(ReadDate date, char part, List<String> names, String text, int start) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (text.regionMatches(true, start, name, 0, name.length())) {
                date.set(part, lastOf(names, name));
                return start + name.length();
            }
        }
        return FAILED;
    }

    /// Of equal names, d3 knows the last one.
    private static int lastOf(List<String> names, String name) {
        int last = names.size() - 1;
        while (!names.get(last).equalsIgnoreCase(name)) {
            last--;
        }
        return last;
    }

    /// White space and digits, so many characters at most.
    private static int number(ReadDate date, char part, String text, int start, int width) {
        int limit = Math.min(text.length(), start + width);
        int digits = start;
        while (digits < limit && WhiteSpace.matches(text.charAt(digits))) {
            digits++;
        }
        int end = digits;
        while (end < limit && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == digits) {
            return FAILED;
        }
        double number = NumberText.parse(text.substring(digits, end));
        switch (part) {
            case 'm' -> date.set('m', number - 1);
            case 'q' -> date.set('q', number * 3 - 3);
            case 'f' -> date.set('L', Math.floor(number / 1000));
            case 'Y' -> date.set('y', number + (number > 68 ? 1900 : 2000));
            case 'j' -> {
                date.set('m', 0);
                date.set('d', number);
            }
            default -> date.set(part, number);
        }
        return end;
    }

    /// `Z`, `+hh`, `+hhmm` or `+hh:mm`, kept as the number `-(+hhmm)`.
    private static int zone(ReadDate date, String text, int start) {
        if (text.charAt(start) == 'Z') {
            date.set('Z', 0);
            return start + 1;
        }
        char sign = text.charAt(start);
        if ((sign != '+' && sign != '-') || !areDigits(text, start + 1, 2)) {
            return FAILED;
        }
        int end = start + 3;
        int minutes = end + (end < text.length() && text.charAt(end) == ':' ? 1 : 0);
        double offset = NumberText.parse(text.substring(start + 1, end)) * 100;
        if (areDigits(text, minutes, 2)) {
            offset += NumberText.parse(text.substring(minutes, minutes + 2));
            end = minutes + 2;
        }
        date.set('Z', sign == '+' ? -offset : offset);
        return end;
    }

    private static boolean areDigits(String text, int start, int count) {
        return start + count <= text.length()
                && text.substring(start, start + count).chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }

    /// The parts of a date by their letter; NaN for one that was not read.
    private static final class ReadDate {
        private final double[] parts = new double['z' + 1];

        ReadDate() {
            Arrays.fill(parts, Double.NaN);
            set('y', 1900);
            set('d', 1);
            set('H', 0);
            set('M', 0);
            set('S', 0);
        }

        void set(char part, double number) {
            parts[part] = number;
        }

        private double get(char part) {
            return parts[part];
        }

        private boolean has(char part) {
            return !Double.isNaN(parts[part]);
        }

        OptionalDouble epochMillis(@Nullable LocalCalendar local) {
            double fraction = has('L') ? get('L') : 0;
            if (has('Q')) {
                return OptionalDouble.of(Calendar.clip(get('Q')));
            }
            if (has('s')) {
                return OptionalDouble.of(Calendar.clip(get('s') * 1000 + fraction));
            }
            LocalCalendar calendar = local == null || has('Z') ? LocalCalendar.UTC : local;
            if (has('p')) {
                set('H', get('H') % 12 + get('p') * 12);
            }
            if (!has('m')) {
                set('m', has('q') ? get('q') : 0);
            }
            if (has('V') && (get('V') < 1 || get('V') > 53)) {
                return OptionalDouble.empty();
            }
            applyWeek(calendar);
            double zone = has('Z') ? get('Z') : 0;
            double hours = get('H') + (zone < 0 ? Math.ceil(zone / 100) : Math.floor(zone / 100));
            return OptionalDouble.of(instant(calendar, hours, get('M') + zone % 100, fraction));
        }

        private void applyWeek(LocalCalendar calendar) {
            if (has('V')) {
                applyIsoWeek(calendar, has('w') ? get('w') : 1);
            } else if (has('W') || has('U')) {
                double weekday = has('w') ? get('w') : has('u') ? get('u') % 7 : has('W') ? 1 : 0;
                double newYear = calendar.get(DateField.DAY, calendar.midnight(get('y'), 0, 1));
                set('m', 0);
                set(
                        'd',
                        has('W')
                                ? (weekday + 6) % 7 + get('W') * 7 - (newYear + 5) % 7
                                : weekday + get('U') * 7 - (newYear + 6) % 7);
            }
        }

        private void applyIsoWeek(LocalCalendar calendar, double weekday) {
            double newYear = calendar.midnight(get('y'), 0, 1);
            double day = calendar.get(DateField.DAY, newYear);
            TimeInterval mondays = TimeInterval.of(TimeUnit.ISOWEEK, calendar);
            double weekOne = day > 4 || day == 0 ? mondays.ceil(newYear) : mondays.floor(newYear);
            double week = TimeInterval.of(TimeUnit.DATE, calendar).offset(weekOne, (get('V') - 1) * 7);
            set('y', calendar.get(DateField.YEAR, week));
            set('m', calendar.get(DateField.MONTH, week));
            set('d', calendar.get(DateField.DATE, week) + (weekday + 6) % 7);
        }

        /// The years 0 to 99 are set afterwards, for the constructor of Date would read them as 1900 to 1999.
        private double instant(LocalCalendar calendar, double hours, double minutes, double fraction) {
            double year = get('y');
            boolean isShort = year >= 0 && year < 100;
            double instant =
                    calendar.construct(isShort ? -1 : year, get('m'), get('d'), hours, minutes, get('S'), fraction);
            return isShort ? calendar.withYear(instant, year) : instant;
        }
    }
}
