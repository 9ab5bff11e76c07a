package org.sheliak.aparapi.kernel;

/// Doubles as longs in the same order, so that a device compares them without floating point.
/// `-0` and `0` have the same key; NaN and null have keys below all others.
public final class SortableKeys {
    /// Stands for null.
    public static final long NULL = Long.MIN_VALUE;

    /// Stands for NaN.
    public static final long NAN = Long.MIN_VALUE + 1;

    private SortableKeys() {}

    /// The key of a value that is not null.
    public static long of(double value) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
