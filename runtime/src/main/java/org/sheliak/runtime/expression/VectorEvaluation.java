package org.sheliak.runtime.expression;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;

/// Runs vectors over all rows of a table, batch by batch.
final class VectorEvaluation {
    private final int rowCount;
    private final Cancellation cancellation;

    VectorEvaluation(int rowCount, Cancellation cancellation) {
        this.rowCount = rowCount;
        this.cancellation = cancellation;
    }

    /// The indices of the rows that are true.
    int[] rows(BooleanVector truth) {
        int[] rows = new int[rowCount];
        int found = 0;
        for (int from = 0; from < rowCount; from += TypedVector.BATCH) {
            cancellation.check();
            int count = Math.min(TypedVector.BATCH, rowCount - from);
            truth.load(from, count);
            for (int i = 0; i < count; i++) {
                rows[found] = from + i;
                found += truth.values[i] ? 1 : 0;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /// The values as a column. Caller closes.
    Column column(TypedVector vector, BufferAllocator allocator) {
        BitSet nulls = new BitSet();
        return switch (vector) {
            case NumberVector numbers -> {
                double[] values = new double[rowCount];
                run(vector, nulls, (from, count) -> System.arraycopy(numbers.values, 0, values, from, count));
                yield numbers.isDate
                        ? Columns.dates(values, rowCount, nulls, allocator)
                        : Columns.numbers(values, rowCount, nulls, allocator);
            }
            case BooleanVector booleans -> {
                BitSet trues = new BitSet(rowCount);
                run(vector, nulls, (from, count) -> setBits(trues, booleans.values, from, count));
                yield Columns.booleans(trues, rowCount, nulls, allocator);
            }
            case StringVector strings -> {
                int[] codes = new int[rowCount];
                run(vector, nulls, (from, count) -> System.arraycopy(strings.codes, 0, codes, from, count));
                yield Columns.strings(codes, strings.dictionary, rowCount, nulls, allocator);
            }
        };
    }

    private void run(TypedVector vector, BitSet nulls, TypedVector.Step take) {
        for (int from = 0; from < rowCount; from += TypedVector.BATCH) {
            cancellation.check();
            int count = Math.min(TypedVector.BATCH, rowCount - from);
            vector.load(from, count);
            take.run(from, count);
            if (vector.isNullable) {
                setBits(nulls, vector.nulls, from, count);
            }
        }
    }

    private static void setBits(BitSet bits, boolean[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i]) {
                bits.set(from + i);
            }
        }
    }
}
