package org.sheliak.runtime.value.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One component of a local time, as the getters of a JavaScript Date number it.
public enum DateField {
    YEAR,
    /// January is 0.
    MONTH,
    DATE,
    /// Day of the week; Sunday is 0.
    DAY,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS;

    /// The component that a function of the expression language gives: `hours` for [#HOURS].
    public static Optional<DateField> ofFunction(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// The component at so many milliseconds after 1970-01-01T00:00 of local time.
    public int of(long localMillis) {
        return switch (this) {
            case YEAR -> Calendar.year(day(localMillis));
            case MONTH -> Calendar.month(day(localMillis));
            case DATE -> Calendar.date(day(localMillis));
            case DAY -> Calendar.weekday(day(localMillis));
            case HOURS -> (int) (millisOfDay(localMillis) / Calendar.MILLIS_PER_HOUR);
            case MINUTES -> (int) (millisOfDay(localMillis) / Calendar.MILLIS_PER_MINUTE % 60);
            case SECONDS -> (int) (millisOfDay(localMillis) / Calendar.MILLIS_PER_SECOND % 60);
            case MILLISECONDS -> (int) Math.floorMod(localMillis, Calendar.MILLIS_PER_SECOND);
        };
    }

    static long day(long localMillis) {
        return Math.floorDiv(localMillis, Calendar.MILLIS_PER_DAY);
    }

    static long millisOfDay(long localMillis) {
        return Math.floorMod(localMillis, Calendar.MILLIS_PER_DAY);
    }
}
