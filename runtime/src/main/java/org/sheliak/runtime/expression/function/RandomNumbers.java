package org.sheliak.runtime.expression.function;

import java.util.function.DoubleSupplier;

/// A source of random numbers, uniform in [0, 1) and normal.
///
/// Source: vega-statistics/src/lcg.js and normal.js (`sampleNormal`) @ v6.4.0.
public final class RandomNumbers {
    private static final double MULTIPLIER = 1_103_515_245;
    private static final double INCREMENT = 12_345;
    private static final double MODULUS = 2_147_483_647;

    private final DoubleSupplier uniform;
    private double nextNormal = Double.NaN;

    private RandomNumbers(DoubleSupplier uniform) {
        this.uniform = uniform;
    }

    /// Numbers that differ each time.
    public static RandomNumbers unseeded() {
        return new RandomNumbers(Math::random);
    }

    /// Vega's repeatable numbers: a linear congruential generator.
    public static RandomNumbers seeded(double seed) {
        double[] state = {seed};
        return new RandomNumbers(() -> {
            state[0] = (MULTIPLIER * state[0] + INCREMENT) % MODULUS;
            return state[0] / MODULUS;
        });
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
