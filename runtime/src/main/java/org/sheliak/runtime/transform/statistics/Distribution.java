package org.sheliak.runtime.transform.statistics;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.expression.function.NormalDistribution;

/// A probability distribution: its density and its cumulative distribution function.
///
/// Source: vega-statistics/src/normal.js, lognormal.js, uniform.js, kde.js and mixture.js @ v6.4.0.
public record Distribution(DoubleUnaryOperator density, DoubleUnaryOperator cumulative) {
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /// Normal.
    public static Distribution normal(double mean, double deviation) {
        return new Distribution(
                x -> {
                    double z = (x - mean) / deviation;
                    return StrictMath.exp(-0.5 * z * z) / (deviation * SQRT_2_PI);
                },
                x -> NormalDistribution.cumulative((x - mean) / deviation));
    }

    /// Normal in the logarithm.
    public static Distribution logNormal(double mean, double deviation) {
        return new Distribution(
                x -> {
                    if (x <= 0) {
                        return 0;
                    }
                    double z = (StrictMath.log(x) - mean) / deviation;
                    return StrictMath.exp(-0.5 * z * z) / (deviation * SQRT_2_PI * x);
                },
                x -> NormalDistribution.cumulative((StrictMath.log(x) - mean) / deviation));
    }

    /// Uniform between two values.
    public static Distribution uniform(double min, double max) {
        return new Distribution(
                x -> x >= min && x <= max ? 1 / (max - min) : 0,
                x -> x < min ? 0 : x > max ? 1 : (x - min) / (max - min));
    }

    /// Sums of normal kernels around values.
    public static Distribution kernels(double[] support, double bandwidth) {
        Distribution kernel = normal(0, 1);
        return new Distribution(
                x -> sum(support, bandwidth, kernel.density, x) / bandwidth / support.length,
                x -> sum(support, bandwidth, kernel.cumulative, x) / support.length);
    }

    private static double sum(double[] support, double bandwidth, DoubleUnaryOperator kernel, double x) {
        double sum = 0;
        for (double value : support) {
            sum += kernel.applyAsDouble((x - value) / bandwidth);
        }
        return sum;
    }

    /// Weighted sums of distributions; the weights are scaled to sum to one.
    public static Distribution mixture(List<Distribution> parts, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] shares = weights.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return new Distribution(
                x -> weighted(parts.stream().map(Distribution::density).toList(), shares, x),
                x -> weighted(parts.stream().map(Distribution::cumulative).toList(), shares, x));
    }

    private static double weighted(List<DoubleUnaryOperator> functions, double[] shares, double x) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * functions.get(i).applyAsDouble(x);
        }
        return sum;
    }
}
