package org.sheliak.runtime.scale;

import java.util.function.DoubleUnaryOperator;

/// Domains whose ends are round.
///
/// Source: d3-scale/src/linear.js, log.js, nice.js @ v4.0.
final class Nice {
    private static final int MOST_ROUNDS = 10;

    private Nice() {}

    /// Multiples of the ticks' step, of which there are about `count`.
    static double[] linear(double[] domain, double count) {
        double[] nice = domain.clone();
        int last = domain.length - 1;
        boolean falls = last > 0 && domain[last] < domain[0];
        int low = falls ? last : 0;
        int high = falls ? 0 : last;
        double start = Numbers.at(domain, low);
        double stop = Numbers.at(domain, high);
        double previous = Double.NaN;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double step = Ticks.increment(start, stop, count);
            if (step == previous) {
                nice[low] = start;
                nice[high] = stop;
                return nice;
            }
            if (step > 0) {
                start = Math.floor(start / step) * step;
                stop = Math.ceil(stop / step) * step;
            } else if (step < 0) {
                start = Math.ceil(start * step) / step;
                stop = Math.floor(stop * step) / step;
            } else {
                return nice;
            }
            previous = step;
        }
        return nice;
    }

    /// The ends moved outwards.
    static double[] ends(double[] domain, DoubleUnaryOperator floor, DoubleUnaryOperator ceil) {
        double[] nice = domain.clone();
        int last = domain.length - 1;
        if (last < 0) {
            return nice;
        }
        boolean falls = domain[last] < domain[0];
        int low = falls ? last : 0;
        int high = falls ? 0 : last;
        double least = domain[low];
        double greatest = domain[high];
        nice[low] = floor.applyAsDouble(least);
        nice[high] = ceil.applyAsDouble(greatest);
        return nice;
    }
}
