package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliVector;

/// Columns from Java arrays. Each method copies the first `length` values, takes the set bits of `nulls` for the rows
/// that are `null`, and returns a column that the caller closes.
public final class Columns {
    private Columns() {}

    public static NumberColumn numbers(double[] numbers, int length, BitSet nulls, BufferAllocator allocator) {
        Float8Vector vector = allocated(new Float8Vector("", allocator), length, nulls);
        MemorySegment.copy(
                numbers, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, length);
        return new NumberColumn(vector);
    }

    /// Numbers that keep the layout [NumberColumn.Layout#INT64].
    public static NumberColumn numbers(long[] numbers, int length, BitSet nulls, BufferAllocator allocator) {
        BigIntVector vector = allocated(new BigIntVector("", allocator), length, nulls);
        MemorySegment.copy(numbers, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_LONG_UNALIGNED, 0, length);
        return new NumberColumn(vector);
    }

    /// Numbers that keep the layout [NumberColumn.Layout#INT32].
    public static NumberColumn numbers(int[] numbers, int length, BitSet nulls, BufferAllocator allocator) {
        IntVector vector = allocated(new IntVector("", allocator), length, nulls);
        MemorySegment.copy(numbers, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_INT_UNALIGNED, 0, length);
        return new NumberColumn(vector);
    }

    /// Dates from milliseconds since 1970-01-01T00:00:00Z, [DateColumn#INVALID] for an invalid date.
    public static DateColumn dates(long[] epochMillis, int length, BitSet nulls, BufferAllocator allocator) {
        TimeStampMilliVector vector = allocated(new TimeStampMilliVector("", allocator), length, nulls);
        MemorySegment.copy(
                epochMillis, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_LONG_UNALIGNED, 0, length);
        return new DateColumn(vector);
    }

    /// Dates from milliseconds since 1970-01-01T00:00:00Z, NaN for an invalid date.
    public static DateColumn dates(double[] epochMillis, int length, BitSet nulls, BufferAllocator allocator) {
        long[] stored = new long[length];
        for (int row = 0; row < length; row++) {
            stored[row] = Double.isNaN(epochMillis[row]) ? DateColumn.INVALID : (long) epochMillis[row];
        }
        return dates(stored, length, nulls, allocator);
    }

    /// Booleans from the rows that are true.
    public static BooleanColumn booleans(BitSet trues, int length, BitSet nulls, BufferAllocator allocator) {
        BitVector vector = allocated(new BitVector("", allocator), length, nulls);
        Validity.copy(trues, length, Segments.of(vector.getDataBuffer()));
        return new BooleanColumn(vector);
    }

    /// Strings from their codes in a list of distinct strings, which is not copied.
    public static StringColumn strings(
            int[] codes, List<String> dictionary, int length, BitSet nulls, BufferAllocator allocator) {
        IntVector vector = allocated(new IntVector("", allocator), length, nulls);
        MemorySegment.copy(codes, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_INT_UNALIGNED, 0, length);
        return new StringColumn(vector, dictionary);
    }

    /// The vector with room for `length` values and its validity set; closed again when there is no room.
    private static <V extends BaseFixedWidthVector> V allocated(V vector, int length, BitSet nulls) {
        try {
            vector.allocateNew(length);
        } catch (RuntimeException noRoom) {
            vector.close();
            throw noRoom;
        }
        vector.setValueCount(length);
        Validity.set(vector, length, nulls);
        return vector;
    }
}
