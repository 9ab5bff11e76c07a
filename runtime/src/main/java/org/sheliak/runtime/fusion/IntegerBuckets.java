package org.sheliak.runtime.fusion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// A bucket for each number of a column of whole numbers without null.
record IntegerBuckets(NumberColumn column) implements Buckets {

    @Override
    public Loader loader() {
        double[] numbers = new double[BucketCoder.BATCH];
        return (from, count, target) -> {
            column.load(from, count, numbers);
            int whole = 0;
            for (int i = 0; i < count; i++) {
                target[i] = (int) numbers[i];
                // The bits tell -0 from 0, too.
                whole += Double.doubleToRawLongBits(target[i]) == Double.doubleToRawLongBits(numbers[i]) ? 1 : 0;
            }
            return whole == count;
        };
    }

    @Override
    public Optional<BucketRange> range() {
        ZoneMap zones = column.zones();
        return BucketRange.of((int) zones.minimum(), (int) zones.maximum());
    }

    @Override
    public NumberColumn values(int[] buckets, BufferAllocator allocator) {
        double[] numbers = Arrays.stream(buckets).asDoubleStream().toArray();
        return Columns.numbers(numbers, numbers.length, new BitSet(), allocator);
    }
}
