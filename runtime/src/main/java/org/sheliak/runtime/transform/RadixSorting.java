package org.sheliak.runtime.transform;

/// Sorts many row numbers by keys, byte by byte from the least significant one: stable, without comparisons.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 3, 5.2.5 (radix sorting).
final class RadixSorting {
    private static final int RADIX = 1 << Byte.SIZE;
    private static final int MASK = RADIX - 1;

    private RadixSorting() {}

    /// The rows in the order of their keys, those with the same key in their order here.
    /// Cost: eight passes at most, and an array of the same length; bytes that all keys share cost no pass.
    ///
    /// @param rows changed
    /// @param keys the signed key of each row
    /// @param descending whether the greatest key comes first
    static int[] sort(int[] rows, long[] keys, boolean descending) {
        long flip = descending ? Long.MAX_VALUE : Long.MIN_VALUE;
        int[] source = rows;
        int[] target = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] ends = counts(source, keys, flip, shift);
            if (!isTrivial(ends, rows.length)) {
                distribute(source, target, keys, flip, shift, ends);
                int[] swap = source;
                source = target;
                target = swap;
            }
        }
        return source;
    }

    private static int[] counts(int[] rows, long[] keys, long flip, int shift) {
        int[] counts = new int[RADIX];
        for (int row : rows) {
            counts[(int) ((keys[row] ^ flip) >>> shift) & MASK]++;
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

    private static void distribute(int[] source, int[] target, long[] keys, long flip, int shift, int[] counts) {
        int start = 0;
        for (int digit = 0; digit < RADIX; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        for (int row : source) {
            target[counts[(int) ((keys[row] ^ flip) >>> shift) & MASK]++] = row;
        }
    }
}
