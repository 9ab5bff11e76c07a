package org.sheliak.runtime.value.format;

import java.util.List;

/// The words and patterns of dates in the locale en-US.
///
/// Source: d3-time-format/locale/en-US.json @ v4.1.
final class DateNames {
    static final List<String> PERIODS = List.of("AM", "PM");
    static final List<String> WEEKDAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    static final List<String> SHORT_WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");
    static final List<String> MONTHS = List.of(
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
            "December");
    static final List<String> SHORT_MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    static final String DATE = "%-m/%-d/%Y";
    static final String TIME = "%-I:%M:%S %p";
    static final String DATE_TIME = "%x, %X";

    private DateNames() {}
}
