package org.sheliak.runtime.index;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.RowFilter;

/// What rows are ordered by, cut into buckets: the numbers of a column, or codes.
sealed interface Axis permits Buckets, CodeAxis {
    /// The bucket of a row that has none.
    int NONE = -1;

    /// The axis that a filter looks at.
    ///
    /// @param most buckets at most
    static Axis of(RowFilter filter, int most) {
        return switch (filter) {
            case RangeFilter range -> Buckets.of(range.column(), most);
            case CodeFilter codes -> CodeAxis.of(codes.codes(), most);
        };
    }

    /// Number of buckets.
    int count();

    /// Writes the bucket of each row of what the filter looks at, or [#NONE]. To be called once.
    void place(RowFilter filter, int[] bucketOfRow);

    /// The part of its bucket that each row lies in, after [#place]; empty when the axis has no parts.
    byte[] parts(RowFilter filter, int[] bucketOfRow);

    /// What a filter means for the buckets; `null` for none, which lets all pass.
    AxisRange range(@Nullable RowFilter filter);

    /// What a filter means for buckets.
    interface AxisRange {
        /// Whether a row of the buckets `from` to before `to` may pass.
        boolean touches(int from, int to);

        /// Whether all rows of the buckets `from` to before `to` pass; there may be fewer buckets.
        boolean contains(int from, int to);
    }
}
