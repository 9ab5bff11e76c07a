package org.sheliak.runtime.transform.statistics;

/// A stream of random numbers from 0 to 1: the same for the same seed, so that a chart looks the same each time.
///
/// Source: vega-statistics/src/lcg.js @ v6.4.0.
public final class RandomNumbers {
    private static final double MULTIPLIER = 1_103_515_245;
    private static final double INCREMENT = 12_345;
    private static final double MODULUS = 2_147_483_647;

    private double state;

    public RandomNumbers(long seed) {
        state = seed;
    }

    /// The next number. Computed on doubles, which round the product: JavaScript's stream is the same.
    public double next() {
        state = (MULTIPLIER * state + INCREMENT) % MODULUS;
        return state / MODULUS;
    }

    /// The next whole number from 0 below the bound.
    public int next(int bound) {
        return (int) (next() * bound);
    }
}
