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

    /// Milliseconds from 1970 up to which the quotients of times are exact enough.
    public static final double FAR = 1L << 49;

    /// From the start of a week to 1970.
    private static final double THURSDAY = 4.0 * Calendar.MILLIS_PER_DAY;

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

    /// Whether [#ofAll] knows a time; not when it is NaN.
    public static boolean isNear(double millis) {
        return Math.abs(millis) < FAR;
    }

    /// Turns local times, whole milliseconds and near, into the component of each.
    public void ofAll(double[] localMillis, int count) {
        switch (this) {
            case DAY -> parts(localMillis, count, THURSDAY, 7.0 * Calendar.MILLIS_PER_DAY, Calendar.MILLIS_PER_DAY);
            case HOURS -> parts(localMillis, count, 0, Calendar.MILLIS_PER_DAY, Calendar.MILLIS_PER_HOUR);
            case MINUTES -> parts(localMillis, count, 0, Calendar.MILLIS_PER_HOUR, Calendar.MILLIS_PER_MINUTE);
            case SECONDS -> parts(localMillis, count, 0, Calendar.MILLIS_PER_MINUTE, Calendar.MILLIS_PER_SECOND);
            case YEAR, MONTH, DATE, MILLISECONDS -> {
                for (int i = 0; i < count; i++) {
                    localMillis[i] = of((long) localMillis[i]);
                }
            }
        }
    }

    /// Turns times into the number of their part of a period that repeats itself, with vector instructions.
    ///
    /// Half a millisecond is added before a quotient is cut, so that rounding never moves it past a whole number.
    /// The error of a quotient is less than half a millisecond by the divisor.
    private static void parts(double[] millis, int count, double shift, double period, double part) {
        double perPeriod = 1 / period;
        double perPart = 1 / part;
        for (int i = 0; i < count; i++) {
            double time = millis[i] + shift;
            double rest = time - Math.floor((time + 0.5) * perPeriod) * period;
            millis[i] = Math.floor((rest + 0.5) * perPart);
        }
    }

    static long day(long localMillis) {
        return Math.floorDiv(localMillis, Calendar.MILLIS_PER_DAY);
    }

    static long millisOfDay(long localMillis) {
        return Math.floorMod(localMillis, Calendar.MILLIS_PER_DAY);
    }
}
