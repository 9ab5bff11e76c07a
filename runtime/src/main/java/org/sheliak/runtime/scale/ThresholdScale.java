package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A scale that divides values at given ones.
///
/// Source: d3-scale/src/threshold.js @ v4.0.
///
/// @param thresholds in ascending order
/// @param unknown the value that stands for what cannot be compared
record ThresholdScale(
        List<@Nullable Object> thresholds,
        List<@Nullable Object> range,
        @Nullable Object unknown,
        TimeZoneRules zone) implements Scale {

    /// Whether a value is equal to itself.
    static boolean isComparable(@Nullable Object value, TimeZoneRules zone) {
        return !Coercion.isNullish(value) && Operations.lessOrEqual(value, value, zone);
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        int count = Math.min(thresholds.size(), range.size() - 1);
        return isComparable(value, zone)
                ? Numbers.at(range, Bisection.right(thresholds, value, 0, count, zone))
                : unknown;
    }

    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return extent(value);
    }

    private List<@Nullable Object> extent(@Nullable Object value) {
        int place = Places.of(range, value);
        return Places.pair(Numbers.at(thresholds, place - 1), Numbers.at(thresholds, place));
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, range, this::extent, zone);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.copy(thresholds);
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
