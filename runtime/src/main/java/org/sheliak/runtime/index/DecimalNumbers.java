package org.sheliak.runtime.index;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sheliak.runtime.table.NumberColumn;

/// The numbers of a column in another order of its rows, in two bytes each: what they are multiplied with to be whole,
/// such as 100 for amounts of money, is the same for all.
///
/// Source: A. Afroozeh, L. Kuffó, P. Boncz, "ALP: Adaptive Lossless floating-Point Compression" (2023).
///
/// @param wholes the whole number of each place
/// @param scale a power of ten
@SuppressWarnings("ArrayRecordComponent")
record DecimalNumbers(char[] wholes, double scale) {
    private static final double[] SCALES = {1, 10, 100, 1000};
    private static final int BATCH = 4096;

    /// The numbers of a column at `order[place]` for each place; empty where one is null, or is not exactly such a
    /// number.
    static Optional<DecimalNumbers> of(NumberColumn column, int[] order, IndexBuild build) {
        if (column.validity().nullCount() == 0) {
            char[] wholes = new char[order.length];
            for (double scale : SCALES) {
                DecimalNumbers numbers = new DecimalNumbers(wholes, scale);
                AtomicBoolean areExact = new AtomicBoolean(true);
                build.forEachRun(order.length, (_, from, to) -> {
                    if (!numbers.fill(column, order, from, to)) {
                        areExact.set(false);
                    }
                });
                if (areExact.get()) {
                    return Optional.of(numbers);
                }
            }
        }
        return Optional.empty();
    }

    /// Writes the whole number of each of some places; returns false when one has none.
    private boolean fill(NumberColumn column, int[] order, int from, int to) {
        double[] numbers = new double[BATCH];
        int[] rows = new int[BATCH];
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            System.arraycopy(order, first, rows, 0, count);
            column.load(rows, count, numbers);
            for (int i = 0; i < count; i++) {
                char whole = (char) Math.rint(numbers[i] * scale);
                if (Double.doubleToRawLongBits(whole / scale) != Double.doubleToRawLongBits(numbers[i])) {
                    return false;
                }
                wholes[first + i] = whole;
            }
        }
        return true;
    }

    /// Reads the numbers of the first `count` places into `target`.
    void load(int[] places, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = wholes[places[i]] / scale;
        }
    }

    long sizeBytes() {
        return (long) Character.BYTES * wholes.length;
    }
}
