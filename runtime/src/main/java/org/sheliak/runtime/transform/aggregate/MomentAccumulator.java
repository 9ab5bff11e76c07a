package org.sheliak.runtime.transform.aggregate;

/// Means and sums of squared deviations, updated number by number.
///
/// Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products" (1962).
final class MomentAccumulator implements NumberAccumulator {
    private final int[] counts;
    private final double[] means;
    private final double[] deviations;

    MomentAccumulator(int groups) {
        counts = new int[groups];
        means = new double[groups];
        deviations = new double[groups];
    }

    @Override
    public void clear(int group) {
        counts[group] = 0;
        means[group] = 0;
        deviations[group] = 0;
    }

    @Override
    public void add(int group, double number) {
        double difference = number - means[group];
        means[group] += difference / ++counts[group];
        deviations[group] += difference * (number - means[group]);
    }

    @Override
    public void remove(int group, double number) {
        double difference = number - means[group];
        int left = --counts[group];
        means[group] -= left != 0 ? difference / left : means[group];
        deviations[group] -= difference * (number - means[group]);
    }

    @Override
    public void addAll(double[] numbers, int[] groups, int count) {
        for (int i = 0; i < count; i++) {
            add(groups[i], numbers[i]);
        }
    }

    double mean(int group) {
        return means[group];
    }

    /// The sum of squared deviations from the mean, never below zero.
    double deviation(int group) {
        return Math.max(0, deviations[group]);
    }
}
