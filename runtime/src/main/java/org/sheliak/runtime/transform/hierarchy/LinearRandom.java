package org.sheliak.runtime.transform.hierarchy;

/// The random numbers of one layout, always the same.
///
/// Source: d3-hierarchy/src/lcg.js and array.js @ v3.1.3.
final class LinearRandom {
    private static final long FACTOR = 1_664_525;
    private static final long INCREMENT = 1_013_904_223;
    private static final double RANGE = 4_294_967_296.0;
    private static final long MASK = 0xFFFF_FFFFL;

    private long state = 1;

    private double next() {
        state = (FACTOR * state + INCREMENT) & MASK;
        return state / RANGE;
    }

    /// Puts elements in a random order.
    void shuffle(Circle[] elements) {
        for (int rest = elements.length; rest > 0; ) {
            int chosen = (int) (next() * rest--);
            Circle swap = elements[rest];
            elements[rest] = elements[chosen];
            elements[chosen] = swap;
        }
    }
}
