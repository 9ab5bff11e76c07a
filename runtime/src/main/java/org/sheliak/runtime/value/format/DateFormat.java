package org.sheliak.runtime.value.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.time.Calendar;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeInterval;
import org.sheliak.runtime.value.time.TimeUnit;

/// Writes dates by a d3 format specifier such as `%Y-%m-%d`.
///
/// Source: d3-time-format/src/locale.js @ v4.1.
public final class DateFormat {
    private static final String NO_PADDING = "";

    private final String specifier;
    private final LocalCalendar calendar;
    private final DateLocale locale;

    /// A format for the dates of a time zone.
    ///
    /// @param calendar of the time zone in which dates are written
    public DateFormat(String specifier, LocalCalendar calendar, FormatLocale locale) {
        this.specifier = specifier;
        this.calendar = calendar;
        this.locale = locale.dates();
    }

    /// The date as text; what cannot be told of an invalid date is empty or `NaN`.
    public String format(double millis) {
        StringBuilder text = new StringBuilder();
        append(text, specifier, millis);
        return text.toString();
    }

    private void append(StringBuilder text, String pattern, double millis) {
        int i = 0;
        while (i < pattern.length()) {
            char character = pattern.charAt(i++);
            if (character != '%') {
                text.append(character);
                continue;
            }
            String padding = i < pattern.length() ? padding(pattern.charAt(i)) : null;
            if (padding != null) {
                i++;
            }
            if (i < pattern.length()) {
                char directive = pattern.charAt(i++);
                directive(text, directive, padding == null ? directive == 'e' ? " " : "0" : padding, millis);
            }
        }
    }

    private static @Nullable String padding(char flag) {
        return switch (flag) {
            case '-' -> NO_PADDING;
            case '_' -> " ";
            case '0' -> "0";
            default -> null;
        };
    }

    private void directive(StringBuilder text, char directive, String fill, double millis) {
        switch (directive) {
            case 'a' -> text.append(name(locale.shortWeekdays(), get(DateField.DAY, millis)));
            case 'A' -> text.append(name(locale.weekdays(), get(DateField.DAY, millis)));
            case 'b' -> text.append(name(locale.shortMonths(), get(DateField.MONTH, millis)));
            case 'B' -> text.append(name(locale.months(), get(DateField.MONTH, millis)));
            case 'c' -> append(text, locale.dateTime(), millis);
            case 'd', 'e' -> pad(text, get(DateField.DATE, millis), fill, 2);
            case 'f' -> pad(text, get(DateField.MILLISECONDS, millis), fill, 3).append("000");
            case 'g' -> pad(text, get(DateField.YEAR, isoThursday(millis)) % 100, fill, 2);
            case 'G' -> pad(text, get(DateField.YEAR, isoThursday(millis)) % 10_000, fill, 4);
            case 'H' -> pad(text, get(DateField.HOURS, millis), fill, 2);
            case 'I' -> pad(text, hour12(millis), fill, 2);
            case 'j' -> pad(text, 1 + count(TimeUnit.DATE, yearStart(millis), millis), fill, 3);
            case 'L' -> pad(text, get(DateField.MILLISECONDS, millis), fill, 3);
            case 'm' -> pad(text, get(DateField.MONTH, millis) + 1, fill, 2);
            case 'M' -> pad(text, get(DateField.MINUTES, millis), fill, 2);
            case 'p' -> text.append(locale.periods().get(get(DateField.HOURS, millis) >= 12 ? 1 : 0));
            case 'q' -> text.append(1 + (int) (get(DateField.MONTH, millis) / 3));
            case 'Q' -> text.append(NumberText.toText(millis));
            case 's' -> text.append(NumberText.toText(Math.floor(millis / Calendar.MILLIS_PER_SECOND)));
            case 'S' -> pad(text, get(DateField.SECONDS, millis), fill, 2);
            case 'u' ->
                text.append(NumberText.toText(get(DateField.DAY, millis) == 0 ? 7 : get(DateField.DAY, millis)));
            case 'U' -> pad(text, count(TimeUnit.WEEK, yearStart(millis) - 1, millis), fill, 2);
            case 'V' -> pad(text, isoWeek(isoThursday(millis)), fill, 2);
            case 'w' -> text.append(NumberText.toText(get(DateField.DAY, millis)));
            case 'W' -> pad(text, count(TimeUnit.ISOWEEK, yearStart(millis) - 1, millis), fill, 2);
            case 'x' -> append(text, locale.date(), millis);
            case 'X' -> append(text, locale.time(), millis);
            case 'y' -> pad(text, get(DateField.YEAR, millis) % 100, fill, 2);
            case 'Y' -> pad(text, get(DateField.YEAR, millis) % 10_000, fill, 4);
            case 'Z' -> zone(text, calendar == LocalCalendar.UTC ? 0 : calendar.timezoneOffset(millis));
            default -> text.append(directive);
        }
    }

    private double get(DateField field, double millis) {
        return calendar.get(field, millis);
    }

    private static String name(List<String> names, double index) {
        return Double.isNaN(index) ? "" : names.get((int) index);
    }

    private double hour12(double millis) {
        double hour = get(DateField.HOURS, millis) % 12;
        return hour == 0 || Double.isNaN(hour) ? 12 : hour;
    }

    private double yearStart(double millis) {
        return TimeInterval.of(TimeUnit.YEAR, calendar).floor(millis);
    }

    private double count(TimeUnit unit, double start, double end) {
        return TimeInterval.of(unit, calendar).count(start, end);
    }

    /// The Thursday of the date's ISO week, which decides its year.
    private double isoThursday(double millis) {
        double weekday = get(DateField.DAY, millis);
        TimeInterval thursdays = TimeInterval.thursdays(calendar);
        return weekday >= 4 || weekday == 0 ? thursdays.floor(millis) : thursdays.ceil(millis);
    }

    private double isoWeek(double thursday) {
        double yearStart = yearStart(thursday);
        return TimeInterval.thursdays(calendar).count(yearStart, thursday)
                + (get(DateField.DAY, yearStart) == 4 ? 1 : 0);
    }

    private static void zone(StringBuilder text, double offset) {
        text.append(offset > 0 ? '-' : '+');
        double minutes = Math.abs(offset);
        pad(text, Double.isNaN(minutes) ? 0 : Math.floor(minutes / 60), "0", 2);
        pad(text, minutes % 60, "0", 2);
    }

    private static StringBuilder pad(StringBuilder text, double number, String fill, int width) {
        String digits = NumberText.toText(Math.abs(number));
        text.append(number < 0 ? "-" : "");
        return text.append(fill.repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
