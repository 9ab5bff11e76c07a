package org.sheliak.runtime.expression.function;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A merge sort that leaves equal values in their order and never complains about a comparator that contradicts itself,
/// as Vega's does on mixed types. Cost: n log n comparisons.
final class StableSort {
    private StableSort() {}

    static void sort(@Nullable Object[] values, Comparator<@Nullable Object> comparator) {
        merge(values.clone(), values, 0, values.length, comparator);
    }

    /// Sorts a range of `source` into the same range of `target`; both hold the same values before.
    private static void merge(
            @Nullable Object[] source,
            @Nullable Object[] target,
            int from,
            int to,
            Comparator<@Nullable Object> comparator) {
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
