package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The values from one to before another in JavaScript's order.
///
/// The values are sorted and both ends searched for, as in Vega, so that values without a place in the order (null,
/// NaN, undefined) fall where they do there.
///
/// Source: vega-crossfilter/src/SortedIndex.js and Dimension.js @ v6.4.0; d3-array/src/bisect.js @ v3.2.4.
record ValueRange(@Nullable Object start, @Nullable Object end, TimeZoneRules zone) {

    /// The rows of a column whose values are outside of this range, in no order. Cost: n log n.
    IntStream outside(Column column) {
        int[] rows = new int[column.length()];
        Arrays.setAll(rows, row -> row);
        @Nullable Object[] values = new Object[rows.length];
        Arrays.setAll(values, column::value);
        RowSorting.sort(rows, (left, right) -> order(values[left], values[right]));
        int from = place(start, rows, values);
        int to = place(end, rows, values);
        return IntStream.concat(
                Arrays.stream(rows, 0, from), to < rows.length ? Arrays.stream(rows, to, rows.length) : IntStream.of());
    }

    private int order(@Nullable Object left, @Nullable Object right) {
        return Operations.lessThan(left, right, zone) ? -1 : Operations.lessThan(right, left, zone) ? 1 : 0;
    }

    /// Where the first value is that does not come before the given one.
    private int place(@Nullable Object value, int[] rows, @Nullable Object[] values) {
        int low = 0;
        int high = rows.length;
        if (!Operations.lessOrEqual(value, value, zone) || isMissing(value)) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            Object other = values[rows[middle]];
            if (!isMissing(other) && Operations.lessThan(other, value, zone)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isMissing(@Nullable Object value) {
        return Coercion.isNullish(value);
    }
}
