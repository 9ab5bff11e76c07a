package org.sheliak.runtime.fusion;

import java.util.Optional;
import java.util.stream.IntStream;

/// Buckets one after the other.
record BucketRange(int first, int last) {
    /// To derive values of more buckets takes longer than to see first which of them occur.
    private static final int MOST = 1 << 16;

    /// The buckets from `first` to `last`; empty where there are none or a great many.
    static Optional<BucketRange> of(int first, int last) {
        return first <= last && (long) last - first < MOST
                ? Optional.of(new BucketRange(first, last))
                : Optional.empty();
    }

    /// All of them, in order.
    int[] buckets() {
        return IntStream.rangeClosed(first, last).toArray();
    }
}
