package org.sheliak.runtime.transform.statistics;

import java.util.Arrays;
import org.sheliak.runtime.value.Power;

/// Estimates how wide the kernels of a density should be.
///
/// Source: D. W. Scott, "Multivariate Density Estimation" (1992); vega-statistics/src/bandwidth.js @ v6.4.0.
public final class Bandwidth {
    private static final double FACTOR = 1.06;
    private static final double QUARTILE_RANGE = 1.34;
    private static final double EXPONENT = -0.2;

    private Bandwidth() {}

    /// The bandwidth by Scott's rule.
    ///
    /// @param numbers the values that are numbers, in their order; changed
    /// @param count number of all values
    public static double estimate(double[] numbers, int count) {
        double deviation = deviation(numbers);
        Arrays.sort(numbers);
        double range = (Quantiles.sorted(numbers, 0.75) - Quantiles.sorted(numbers, 0.25)) / QUARTILE_RANGE;
        double width = firstTrue(Math.min(deviation, range), deviation, Math.abs(Quantiles.sorted(numbers, 0.25)), 1);
        return FACTOR * width * Power.of(count, EXPONENT);
    }

    /// The standard deviation; NaN of fewer than two numbers.
    private static double deviation(double[] numbers) {
        double mean = 0;
        double sum = 0;
        int count = 0;
        for (double number : numbers) {
            double difference = number - mean;
            mean += difference / ++count;
            sum += difference * (number - mean);
        }
        return count > 1 ? Math.sqrt(sum / (count - 1)) : Double.NaN;
    }

    private static double firstTrue(double... numbers) {
        for (double number : numbers) {
            if (number != 0 && !Double.isNaN(number)) {
                return number;
            }
        }
        return Double.NaN;
    }
}
