package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.scale.Ticks;
import org.sheliak.runtime.transform.grid.GridValues;

/// The levels at which contours are drawn: those that are given, or a number of them between the least and the greatest
/// value.
///
/// Source: vega-geo/src/util/quantize.js @ v6.4.0.
///
/// @param given the levels, or `null`
/// @param count how many levels there should be
/// @param isNice whether levels are round numbers
/// @param hasZero whether they are counted from zero where all values are greater
record GridThresholds(@Nullable List<@Nullable Double> given, double count, boolean isNice, boolean hasZero) {
    private static final double DEFAULT_COUNT = 10;

    /// The parameters `thresholds`, `nice` and the one that gives the count.
    static GridThresholds of(Parameters parameters, String count, boolean hasZero) {
        return new GridThresholds(
                parameters.numbers("thresholds"),
                parameters.numberOr(count, DEFAULT_COUNT),
                parameters.isTrue("nice"),
                hasZero);
    }

    /// The levels for a grid.
    double[] levels(GridValues values) {
        if (given != null) {
            // A level that is null is less than every positive value, as zero is.
            return given.stream()
                    .mapToDouble(level -> level == null ? 0 : level)
                    .toArray();
        }
        double[] extent = values.extent();
        double start = hasZero ? Math.min(extent[0], 0) : extent[0];
        double stop = extent[1];
        double step = isNice ? Ticks.step(start, stop, count) : (stop - start) / (count + 1);
        return range(start + step, stop, step);
    }

    /// Source: `range` of d3-array @ v3.2.
    private static double[] range(double start, double stop, double step) {
        double length = Math.max(0, Math.ceil((stop - start) / step));
        List<Double> range = new ArrayList<>();
        for (int i = 0; i < (Double.isInfinite(length) ? 0 : length); i++) {
            range.add(start + i * step);
        }
        return range.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
