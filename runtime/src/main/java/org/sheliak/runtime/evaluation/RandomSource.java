package org.sheliak.runtime.evaluation;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/// Where the random numbers of one transform begin: the same source gives the same numbers each time.
public sealed interface RandomSource {

    /// Numbers in [0, 1), from the first on.
    DoubleSupplier numbers();

    /// Vega's repeatable numbers: a linear congruential generator.
    ///
    /// Source: vega-statistics/src/lcg.js @ v6.4.0.
    record Seeded(double seed) implements RandomSource {
        private static final double MULTIPLIER = 1_103_515_245;
        private static final double INCREMENT = 12_345;
        private static final double MODULUS = 2_147_483_647;

        @Override
        public DoubleSupplier numbers() {
            double[] state = {seed};
            return () -> {
                state[0] = (MULTIPLIER * state[0] + INCREMENT) % MODULUS;
                return state[0] / MODULUS;
            };
        }
    }

    /// Numbers that belong to what is computed, for a chart without a seed: it stays as it is when it is drawn again.
    ///
    /// @param key stands for the computation and its input
    record Kept(long key) implements RandomSource {
        @Override
        public DoubleSupplier numbers() {
            return new SplittableRandom(key)::nextDouble;
        }
    }
}
