package org.sheliak.runtime.value.format;

import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// The words and patterns with which dates are written.
///
/// Source: d3-time-format/src/locale.js, locale/en-US.json @ v4.1.
record DateLocale(
        String dateTime,
        String date,
        String time,
        List<String> periods,
        List<String> weekdays,
        List<String> shortWeekdays,
        List<String> months,
        List<String> shortMonths) {
    static final DateLocale ENGLISH = new DateLocale(
            "%x, %X",
            "%-m/%-d/%Y",
            "%-I:%M:%S %p",
            List.of("AM", "PM"),
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
            List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"));

    DateLocale {
        periods = List.copyOf(periods);
        weekdays = List.copyOf(weekdays);
        shortWeekdays = List.copyOf(shortWeekdays);
        months = List.copyOf(months);
        shortMonths = List.copyOf(shortMonths);
    }

    /// The locale of a definition as d3 has them, which has all members.
    static DateLocale of(JsonObject definition) {
        return new DateLocale(
                text(definition, "dateTime"),
                text(definition, "date"),
                text(definition, "time"),
                NumberLocale.texts(definition.get("periods")),
                NumberLocale.texts(definition.get("days")),
                NumberLocale.texts(definition.get("shortDays")),
                NumberLocale.texts(definition.get("months")),
                NumberLocale.texts(definition.get("shortMonths")));
    }

    private static String text(JsonObject definition, String member) {
        return definition.get(member) instanceof JsonString(String text) ? text : "";
    }
}
