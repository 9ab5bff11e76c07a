package org.sheliak.runtime.expression.function;

import java.util.function.DoubleSupplier;
import org.sheliak.runtime.evaluation.RandomSource;

/// Random numbers, uniform in [0, 1) and normal.
///
/// Source: vega-statistics/src/normal.js (`sampleNormal`) @ v6.4.0.
public final class RandomNumbers {
    private final DoubleSupplier uniform;
    private double nextNormal = Double.NaN;

    /// The numbers of a source, from the first on.
    public RandomNumbers(RandomSource source) {
        this.uniform = source.numbers();
    }

    /// Uniform in [0, 1).
    public double uniform() {
        return uniform.getAsDouble();
    }

    /// Normal with mean 0 and standard deviation 1, by the polar form of the Box-Muller transform.
    public double normal() {
        if (!Double.isNaN(nextNormal)) {
            double kept = nextNormal;
            nextNormal = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double squares;
        do {
            x = uniform() * 2 - 1;
            y = uniform() * 2 - 1;
            squares = x * x + y * y;
        } while (squares == 0 || squares > 1);
        double factor = Math.sqrt(-2 * StrictMath.log(squares) / squares);
        nextNormal = y * factor;
        return x * factor;
    }
}
