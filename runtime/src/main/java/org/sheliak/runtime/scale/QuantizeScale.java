package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A scale that divides an interval into equal parts, one for each value of the range.
///
/// Source: d3-scale/src/quantize.js @ v4.0.
final class QuantizeScale implements Scale {
    private final double first;
    private final double last;
    private final List<@Nullable Object> range;
    private final @Nullable Object unknown;
    private final double[] thresholds;
    private final List<@Nullable Object> listedThresholds;
    private final TimeZoneRules zone;

    QuantizeScale(
            double first,
            double last,
            List<? extends @Nullable Object> range,
            @Nullable Object unknown,
            TimeZoneRules zone) {
        this.first = first;
        this.last = last;
        this.range = Numbers.copy(range);
        this.unknown = unknown;
        this.zone = zone;
        int count = Math.max(0, range.size() - 1);
        this.thresholds = new double[count];
        for (int i = 0; i < count; i++) {
            thresholds[i] = ((i + 1) * last - (i - count) * first) / (count + 1);
        }
        this.listedThresholds = Numbers.list(thresholds);
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        if (!ThresholdScale.isComparable(value, zone)) {
            return unknown;
        }
        return Numbers.at(range, Bisection.right(listedThresholds, value, 0, thresholds.length, zone));
    }

    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return extent(value);
    }

    private List<@Nullable Object> extent(@Nullable Object value) {
        int place = Places.of(range, value);
        if (place < 0) {
            return Numbers.list(Double.NaN, Double.NaN);
        }
        return place < 1
                ? Places.pair(first, Places.at(thresholds, 0))
                : place >= thresholds.length
                        ? Places.pair(Places.at(thresholds, thresholds.length - 1), last)
                        : Places.pair(thresholds[place - 1], thresholds[place]);
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, range, this::extent, zone);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.list(first, last);
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
