package org.sheliak.runtime.transform;

/// Sorts row numbers by keys, byte by byte from the least significant one: stable, without comparisons. The keys move
/// along with the rows, so that memory is read in order.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 3, 5.2.5 (radix sorting).
final class RadixSorting {
    private static final int RADIX = 1 << Byte.SIZE;
    private static final int MASK = RADIX - 1;

    private RadixSorting() {}

    /// The rows in the order of their keys, those with the same key in their order here.
    /// Cost: eight passes at most, and three arrays of the same length; bytes that all keys share cost no pass.
    ///
    /// @param rows changed
    /// @param keys the signed key of each row of the table
    /// @param descending whether the greatest key comes first
    static int[] sort(int[] rows, long[] keys, boolean descending) {
        long flip = descending ? Long.MAX_VALUE : Long.MIN_VALUE;
        int count = rows.length;
        int[] source = rows;
        int[] target = new int[count];
        long[] sourceKeys = new long[count];
        long[] targetKeys = new long[count];
        for (int i = 0; i < count; i++) {
            sourceKeys[i] = keys[rows[i]] ^ flip;
        }
        int[][] counts = counts(sourceKeys);
        for (int digit = 0; digit < Long.BYTES; digit++) {
            if (!isTrivial(counts[digit], count)) {
                int[] places = starts(counts[digit]);
                int shift = Byte.SIZE * digit;
                for (int i = 0; i < count; i++) {
                    int place = places[(int) (sourceKeys[i] >>> shift) & MASK]++;
                    target[place] = source[i];
                    targetKeys[place] = sourceKeys[i];
                }
                int[] rowSwap = source;
                source = target;
                target = rowSwap;
                long[] keySwap = sourceKeys;
                sourceKeys = targetKeys;
                targetKeys = keySwap;
            }
        }
        return source;
    }

    /// How often each digit has each value.
    private static int[][] counts(long[] keys) {
        int[][] counts = new int[Long.BYTES][RADIX];
        for (long key : keys) {
            for (int digit = 0; digit < Long.BYTES; digit++) {
                counts[digit][(int) (key >>> (Byte.SIZE * digit)) & MASK]++;
            }
        }
        return counts;
    }

    private static boolean isTrivial(int[] counts, int length) {
        for (int count : counts) {
            if (count != 0) {
                return count == length;
            }
        }
        return true;
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[RADIX];
        for (int value = 1; value < RADIX; value++) {
            starts[value] = starts[value - 1] + counts[value - 1];
        }
        return starts;
    }
}
