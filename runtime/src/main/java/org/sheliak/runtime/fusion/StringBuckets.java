package org.sheliak.runtime.fusion;

import java.util.BitSet;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.StringColumn;

/// A bucket for each string of a dictionary, and one more for null.
record StringBuckets(StringColumn column) implements Buckets {

    @Override
    public Loader loader() {
        int nullBucket = column.dictionary().size();
        boolean hasNull = column.validity().nullCount() != 0;
        return (from, count, target) -> {
            column.load(from, count, target);
            for (int i = 0; hasNull && i < count; i++) {
                target[i] = column.isNull(from + i) ? nullBucket : target[i];
            }
            return true;
        };
    }

    @Override
    public Optional<BucketRange> range() {
        int strings = column.dictionary().size();
        return BucketRange.of(0, column.validity().nullCount() == 0 ? strings - 1 : strings);
    }

    @Override
    public StringColumn values(int[] buckets, BufferAllocator allocator) {
        BitSet nulls = new BitSet();
        int[] codes = buckets.clone();
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == column.dictionary().size()) {
                nulls.set(i);
                codes[i] = 0;
            }
        }
        return Columns.strings(codes, column.dictionary(), codes.length, nulls, allocator);
    }
}
