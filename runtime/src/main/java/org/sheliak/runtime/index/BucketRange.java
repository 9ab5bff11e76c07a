package org.sheliak.runtime.index;

import org.sheliak.runtime.kernel.ValueRange;

/// What a range of values means for the buckets of a column.
///
/// @param touchedFrom the first bucket of which a number may pass
/// @param touchedTo after the last one
/// @param withinFrom the first bucket of which all numbers pass
/// @param withinTo after the last one
/// @param count number of buckets
record BucketRange(int touchedFrom, int touchedTo, int withinFrom, int withinTo, int count) {

    static BucketRange of(Buckets buckets, ValueRange range) {
        return new BucketRange(
                buckets.firstTouching(range.lower()),
                buckets.endTouching(range.upper()),
                buckets.firstWithin(range.lower()),
                buckets.endWithin(range.upper()),
                buckets.count());
    }

    /// Whether a number of the buckets `from` to before `to` may pass.
    boolean touches(int from, int to) {
        return from < touchedTo && touchedFrom < to;
    }

    /// Whether all numbers of the buckets `from` to before `to` pass; there may be fewer buckets.
    boolean contains(int from, int to) {
        return withinFrom <= from && Math.min(to, count) <= withinTo;
    }
}
