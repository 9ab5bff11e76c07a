package org.sheliak.runtime.fusion;

import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Column;

/// The rows of a column in numbered buckets: what some steps derive from the column is the same for all rows of one.
sealed interface Buckets permits CalendarBuckets, IntegerBuckets, StringBuckets {

    /// Finds the buckets of rows. Belongs to one thread.
    @FunctionalInterface
    interface Loader {
        /// Writes the buckets of the rows `from` to `from + count` into `target`, from its start.
        ///
        /// @return false when one of the rows lies in no bucket
        boolean load(int from, int count, int[] target);
    }

    Loader loader();

    /// The buckets that the rows may be in, where they are known without a look at each row: nearly always they are in
    /// no others.
    Optional<BucketRange> range();

    /// A column with a value out of each of some buckets. Caller closes.
    Column values(int[] buckets, BufferAllocator allocator);
}
