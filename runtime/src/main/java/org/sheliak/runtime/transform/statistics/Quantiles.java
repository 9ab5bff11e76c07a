package org.sheliak.runtime.transform.statistics;

/// Quantiles of sorted numbers.
///
/// Source: `quantileSorted` of d3-array @ v3.2 (method R-7).
public final class Quantiles {
    private Quantiles() {}

    /// The quantile of a probability; NaN stands for undefined, when there are no numbers or no probability.
    ///
    /// @param sorted in rising order, without NaN
    public static double sorted(double[] sorted, double probability) {
        int count = sorted.length;
        if (count == 0 || Double.isNaN(probability)) {
            return Double.NaN;
        }
        if (probability <= 0 || count < 2) {
            return sorted[0];
        }
        if (probability >= 1) {
            return sorted[count - 1];
        }
        double position = (count - 1) * probability;
        int below = (int) Math.floor(position);
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (position - below);
    }
}
