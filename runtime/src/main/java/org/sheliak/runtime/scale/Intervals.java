package org.sheliak.runtime.scale;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The data that intervals of a range stand for.
///
/// Source: vega-scale/src/scales/invertRange.js, invertRangeExtent.js @ v6.4.0.
final class Intervals {
    private Intervals() {}

    /// The inverse of the lesser and of the greater end.
    static List<@Nullable Object> invert(List<?> interval, Scale scale) {
        Object first = Numbers.at(interval, 0);
        Object second = Numbers.at(interval, 1);
        boolean falls = Operations.lessThan(second, first, TimeZoneRules.UTC);
        return Arrays.asList(scale.invert(falls ? second : first), scale.invert(falls ? first : second));
    }

    /// From the start of the first to the end of the last value of the range that lies in the interval; undefined when
    /// none does.
    ///
    /// @param extent gives the interval of data for a value of the range
    static Object invert(
            List<?> interval,
            List<@Nullable Object> range,
            Function<@Nullable Object, List<@Nullable Object>> extent,
            TimeZoneRules zone) {
        Object first = Numbers.at(interval, 0);
        Object second = Numbers.at(interval, 1);
        boolean falls = Operations.lessThan(second, first, zone);
        Object low = falls ? second : first;
        Object high = falls ? first : second;
        int least = -1;
        int greatest = -1;
        for (int i = 0; i < range.size(); i++) {
            if (Operations.lessOrEqual(low, range.get(i), zone) && Operations.lessOrEqual(range.get(i), high, zone)) {
                least = least < 0 ? i : least;
                greatest = i;
            }
        }
        if (least < 0) {
            return Undefined.UNDEFINED;
        }
        List<@Nullable Object> start = extent.apply(range.get(least));
        List<@Nullable Object> end = extent.apply(range.get(greatest));
        return Arrays.asList(
                start.getFirst() == Undefined.UNDEFINED ? start.getLast() : start.getFirst(),
                end.getLast() == Undefined.UNDEFINED ? end.getFirst() : end.getLast());
    }
}
