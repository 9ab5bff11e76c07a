package org.sheliak.runtime.index;

import java.util.Arrays;

/// Orders cells by their first rows, digit by digit from the last on.
///
/// Source: D. E. Knuth, "The Art of Computer Programming", volume 3, 5.2.5, algorithm R.
final class FirstRowOrder {
    /// Two digits tell 16 million rows apart.
    private static final int DIGIT_BITS = 12;

    private static final int DIGITS = 1 << DIGIT_BITS;

    private FirstRowOrder() {}

    /// The first `count` cells in the order of their first rows. A new array.
    ///
    /// @param firstRows of each cell, none of them negative
    static int[] of(int[] cells, int count, int[] firstRows) {
        int greatest = 0;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, firstRows[cells[i]]);
        }
        int[] ordered = Arrays.copyOf(cells, count);
        int[] spare = new int[count];
        for (int shift = 0; shift < Integer.SIZE && greatest >>> shift > 0; shift += DIGIT_BITS) {
            order(ordered, firstRows, shift, spare);
            int[] next = spare;
            spare = ordered;
            ordered = next;
        }
        return ordered;
    }

    /// Writes cells to `target` in the order of one digit, and those with the same digit in the order in which they
    /// are.
    private static void order(int[] cells, int[] firstRows, int shift, int[] target) {
        int[] places = new int[DIGITS + 1];
        for (int cell : cells) {
            places[digit(firstRows[cell], shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            places[digit + 1] += places[digit];
        }
        for (int cell : cells) {
            target[places[digit(firstRows[cell], shift)]++] = cell;
        }
    }

    private static int digit(int row, int shift) {
        return row >>> shift & (DIGITS - 1);
    }
}
