package org.sheliak.runtime.expression.function;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A merge sort that leaves equal values in their order and never complains about a comparator that contradicts itself,
/// as Vega's does on mixed types. Cost: n log n comparisons.
public final class StableSort {
    private StableSort() {}

    /// Sorts the values in place.
    public static <T extends @Nullable Object> void sort(T[] values, Comparator<? super T> comparator) {
        merge(values.clone(), values, 0, values.length, comparator);
    }

    /// Sorts a range of `source` into the same range of `target`; both hold the same values before.
    private static <T extends @Nullable Object> void merge(
            T[] source, T[] target, int from, int to, Comparator<? super T> comparator) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        merge(target, source, from, middle, comparator);
        merge(target, source, middle, to, comparator);
        if (comparator.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && comparator.compare(source[left], source[right]) <= 0);
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }
}
