package org.sheliak.runtime.index;

import java.util.Optional;
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

    /// Reads the rows of what a filter looks at.
    Reader reader(RowFilter filter);

    /// Tells apart the rows of a bucket, once readers have read the buckets of all rows; empty for an axis whose
    /// buckets have no parts.
    Optional<PartReader> parts(RowFilter filter);

    /// What a filter means for the buckets; `null` for none, which lets all pass.
    AxisRange range(@Nullable RowFilter filter);

    /// Tells where rows lie. Belongs to one thread.
    interface Reader {
        /// Writes the buckets of the rows `first` to `first + count`, or [#NONE].
        void load(int first, int count, int[] buckets);

        /// Hands over what its rows have told of the buckets.
        void finish();
    }

    /// Tells where rows lie within their buckets. Belongs to one thread.
    interface PartReader {
        /// Writes the parts of the rows `first` to `first + count`; of one without a bucket, any.
        void load(int first, int count, int[] buckets, byte[] parts);
    }

    /// What a filter means for buckets.
    interface AxisRange {
        /// Whether a row of the buckets `from` to before `to` may pass.
        boolean touches(int from, int to);

        /// Whether all rows of the buckets `from` to before `to` pass; there may be fewer buckets.
        boolean contains(int from, int to);
    }
}
