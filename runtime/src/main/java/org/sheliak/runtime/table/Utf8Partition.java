package org.sheliak.runtime.table;

import java.util.Arrays;

/// Numbers the strings of one partition from 0 in the order in which they first come: few enough that what is looked up
/// stays in a cache. Belongs to one thread at a time.
final class Utf8Partition {
    private static final int SMALLEST_CAPACITY = 16;

    private final Utf8Codes codes = new Utf8Codes(true);
    private int[] firstItems = new int[SMALLEST_CAPACITY];
    private int size;

    /// Numbers the partition's strings of a source.
    ///
    /// @param item the number of the source's first string among all strings
    /// @param numbers written where the spread has these strings
    void add(Utf8Spread spread, int partition, int item, int[] numbers) {
        int end = spread.bounds()[partition + 1];
        for (int first = spread.bounds()[partition]; first < end; first += Utf8Codes.TOGETHER) {
            int count = Math.min(Utf8Codes.TOGETHER, end - first);
            codes.codes(spread.bytes(), spread.starts(), spread.lengths(), spread.hashes(), first, count, numbers);
            for (int i = first; i < first + count; i++) {
                if (numbers[i] == size) {
                    see(item + spread.places()[i]);
                }
            }
        }
    }

    private void see(int item) {
        firstItems = size < firstItems.length ? firstItems : Arrays.copyOf(firstItems, 2 * size);
        firstItems[size++] = item;
    }

    /// Number of different strings.
    int size() {
        return size;
    }

    /// Which of all strings was the first that is the one of a number.
    int firstItem(int number) {
        return firstItems[number];
    }

    /// The strings by their numbers. No more are added.
    Utf8Codes codes() {
        return codes;
    }
}
