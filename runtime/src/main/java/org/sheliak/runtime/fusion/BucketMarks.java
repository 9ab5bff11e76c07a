package org.sheliak.runtime.fusion;

import java.util.stream.IntStream;

/// Remembers which buckets have rows, within a range that grows with them. Belongs to one thread.
final class BucketMarks {
    /// So many buckets can lie between the first and the last one.
    private static final int MOST_BUCKETS = 1 << 20;

    private int low;
    private boolean[] isMarked = {};

    /// Marks some buckets.
    ///
    /// @return false when they lie too far from others
    boolean mark(int[] buckets, int count) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, buckets[i]);
            greatest = Math.max(greatest, buckets[i]);
        }
        if (count > 0 && !reach(least, greatest)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            isMarked[buckets[i] - low] = true;
        }
        return true;
    }

    /// Widens the range.
    private boolean reach(int least, int greatest) {
        int from = isMarked.length == 0 ? least : Math.min(low, least);
        long to = isMarked.length == 0 ? greatest + 1L : Math.max(low + (long) isMarked.length, greatest + 1L);
        if (to - from > MOST_BUCKETS) {
            return false;
        }
        if (to - from > isMarked.length) {
            boolean[] wider = new boolean[(int) (to - from)];
            System.arraycopy(isMarked, 0, wider, isMarked.length == 0 ? 0 : low - from, isMarked.length);
            isMarked = wider;
            low = from;
        }
        return true;
    }

    /// The marked buckets, in order.
    int[] buckets() {
        return IntStream.range(0, isMarked.length)
                .filter(place -> isMarked[place])
                .map(place -> low + place)
                .toArray();
    }

    /// The buckets that any of these have marked, in order; none where they lie too far from each other.
    static int[] buckets(Iterable<BucketMarks> all) {
        BucketMarks union = new BucketMarks();
        for (BucketMarks marks : all) {
            int[] buckets = marks.buckets();
            if (!union.mark(buckets, buckets.length)) {
                return new int[0];
            }
        }
        return union.buckets();
    }

    /// For each bucket from the first to the last, a value: that of the bucket, or 0.
    static char[] spread(int[] buckets, int[] values) {
        char[] spread = new char[buckets[buckets.length - 1] - buckets[0] + 1];
        for (int i = 0; i < buckets.length; i++) {
            spread[buckets[i] - buckets[0]] = (char) values[i];
        }
        return spread;
    }
}
