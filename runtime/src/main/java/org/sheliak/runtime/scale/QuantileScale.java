package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A scale that divides numbers into groups of the same size, one for each value of the range.
///
/// Source: d3-scale/src/quantile.js @ v4.0.
final class QuantileScale implements Scale {
    private final double[] sorted;
    private final List<@Nullable Object> range;
    private final @Nullable Object unknown;
    private final double[] thresholds;

    QuantileScale(
            List<? extends @Nullable Object> domain, List<? extends @Nullable Object> range, @Nullable Object unknown) {
        this.sorted = Numbers.sorted(domain);
        this.range = Numbers.copy(range);
        this.unknown = unknown;
        int groups = Math.max(1, range.size());
        this.thresholds = new double[groups - 1];
        for (int i = 1; i < groups; i++) {
            thresholds[i - 1] = quantile(sorted, (double) i / groups);
        }
    }

    private static double quantile(double[] sorted, double fraction) {
        if (sorted.length < 2) {
            return Numbers.at(sorted, 0);
        }
        double place = (sorted.length - 1) * fraction;
        int below = (int) Math.floor(place);
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - below);
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
        return Double.isNaN(number)
                ? unknown
                : Numbers.at(range, Bisection.right(thresholds, number, 0, thresholds.length));
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
        if (sorted.length == 0) {
            return Places.pair(Undefined.UNDEFINED, Undefined.UNDEFINED);
        }
        return Places.pair(
                place > 0 ? Places.at(thresholds, place - 1) : Places.at(sorted, 0),
                place < thresholds.length ? Places.at(thresholds, place) : Places.at(sorted, sorted.length - 1));
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, range, this::extent, TimeZoneRules.UTC);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.list(sorted);
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
