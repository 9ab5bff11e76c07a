package org.sheliak.runtime.transform.statistics;

/// Gathers sorted numbers into stacks of dots.
///
/// Source: L. Wilkinson, "Dot Plots", The American Statistician (1999); vega-statistics/src/dotbin.js @ v6.4.0.
///
/// @param step the width of a stack
/// @param isSmooth whether neighbouring stacks are evened out
public record DotStacks(double step, boolean isSmooth) {
    /// Stacks that are no further apart than this share of a step more than a step are neighbours.
    private static final double SLACK = 0.25;

    /// The middle of the stack of each number.
    ///
    /// @param sorted at least one number, in rising order
    public double[] middles(double[] sorted) {
        double[] middles = new double[sorted.length];
        int from = 0;
        double first = sorted[0];
        double last = first;
        double end = first + step;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] >= end) {
                from = fill(middles, from, i, (first + last) / 2);
                end = sorted[i] + step;
                first = sorted[i];
            }
            last = sorted[i];
        }
        fill(middles, from, sorted.length, (first + last) / 2);
        return isSmooth ? smoothed(middles) : middles;
    }

    private static int fill(double[] middles, int from, int to, double middle) {
        for (int i = from; i < to; i++) {
            middles[i] = middle;
        }
        return to;
    }

    /// Moves dots from the larger to the smaller of neighbouring stacks.
    private double[] smoothed(double[] middles) {
        double threshold = step + step * SLACK;
        int left = 0;
        int right = endOfStack(middles, 0);
        while (right < middles.length) {
            int end = endOfStack(middles, right);
            if (middles[right] - middles[right - 1] < threshold) {
                int border = right + ((left + end - right - right) >> 1);
                while (border < right) {
                    middles[border++] = middles[right];
                }
                while (border > right) {
                    middles[border--] = middles[left];
                }
            }
            left = right;
            right = end;
        }
        return middles;
    }

    private static int endOfStack(double[] middles, int start) {
        int end = start + 1;
        while (end < middles.length && middles[end] == middles[start]) {
            end++;
        }
        return end;
    }
}
