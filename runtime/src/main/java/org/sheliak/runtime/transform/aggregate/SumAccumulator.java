package org.sheliak.runtime.transform.aggregate;

/// Sums.
final class SumAccumulator implements NumberAccumulator {
    private final double[] sums;

    SumAccumulator(int groups) {
        sums = new double[groups];
    }

    @Override
    public void clear(int group) {
        sums[group] = 0;
    }

    @Override
    public void add(int group, double number) {
        sums[group] += number;
    }

    @Override
    public void remove(int group, double number) {
        sums[group] -= number;
    }

    @Override
    public void addAll(double[] numbers, int[] groups, int count) {
        for (int i = 0; i < count; i++) {
            sums[groups[i]] += numbers[i];
        }
    }

    double sum(int group) {
        return sums[group];
    }
}
