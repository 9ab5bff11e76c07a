package org.sheliak.runtime.transform.aggregate;

import org.sheliak.runtime.value.Power;

/// Exponentially weighted sums: each number weighs `ratio` times as much as the next one.
final class ExponentialAccumulator implements NumberAccumulator {
    private final double ratio;
    private final int[] counts;
    private final double[] sums;

    /// @param ratio NaN when the spec gives none; then all results are NaN
    ExponentialAccumulator(int groups, double ratio) {
        this.ratio = ratio;
        this.counts = new int[groups];
        this.sums = new double[groups];
    }

    @Override
    public void clear(int group) {
        counts[group] = 0;
        sums[group] = 0;
    }

    @Override
    public void add(int group, double number) {
        counts[group]++;
        sums[group] = ratio * sums[group] + number;
    }

    @Override
    public void remove(int group, double number) {
        counts[group]--;
        sums[group] = (sums[group] - number / Power.of(ratio, counts[group] - 1)) / ratio;
    }

    @Override
    public void addAll(double[] numbers, int[] groups, int count) {
        for (int i = 0; i < count; i++) {
            add(groups[i], numbers[i]);
        }
    }

    /// The weighted mean.
    double mean(int group) {
        return sums[group] * (1 - ratio) / (1 - Power.of(ratio, counts[group]));
    }

    /// The weighted mean, as if endless zeros had come before.
    double biasedMean(int group) {
        return sums[group] * (1 - ratio);
    }
}
