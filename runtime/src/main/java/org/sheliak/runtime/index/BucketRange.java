package org.sheliak.runtime.index;

import org.sheliak.runtime.kernel.ValueRange;

/// What a range of values means for the buckets of a column.
///
/// @param touchedFrom the first bucket of which a number may pass
/// @param touchedTo after the last one
/// @param withinFrom the first bucket of which all numbers pass
/// @param withinTo after the last one
/// @param count number of buckets
record BucketRange(int touchedFrom, int touchedTo, int withinFrom, int withinTo, int count) implements Axis.AxisRange {

    static BucketRange of(Buckets buckets, ValueRange range) {
        return new BucketRange(
                buckets.firstTouching(range.lower()),
                buckets.endTouching(range.upper()),
                buckets.firstWithin(range.lower()),
                buckets.endWithin(range.upper()),
                buckets.count());
    }

    @Override
    public boolean touches(int from, int to) {
        return from < touchedTo && touchedFrom < to;
    }

    @Override
    public boolean contains(int from, int to) {
        return withinFrom <= from && Math.min(to, count) <= withinTo;
    }
}
