package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.sheliak.runtime.table.NumberColumn.Layout;

/// Puts a column of known length and type together from arrays that come one after the other. Until [#build] it owns
/// the column's memory; whoever does not build it closes it.
public final class FixedWidthBuilder implements AutoCloseable {
    private final BaseFixedWidthVector vector;
    private final int length;
    private final MemorySegment values;
    private final BitSet nulls = new BitSet();
    private int filled;

    private FixedWidthBuilder(BaseFixedWidthVector vector, int length) {
        this.vector = vector;
        this.length = length;
        try {
            vector.allocateNew(length);
        } catch (RuntimeException noRoom) {
            vector.close();
            throw noRoom;
        }
        vector.setValueCount(length);
        this.values = Segments.of(vector.getDataBuffer());
    }

    /// A builder of so many numbers in a layout.
    public static FixedWidthBuilder numbers(Layout layout, int length, BufferAllocator allocator) {
        BaseFixedWidthVector vector = switch (layout) {
            case FLOAT64 -> new Float8Vector("", allocator);
            case FLOAT32 -> new Float4Vector("", allocator);
            case INT64 -> new BigIntVector("", allocator);
            case INT32 -> new IntVector("", allocator);
            case INT16 -> new SmallIntVector("", allocator);
            case INT8 -> new TinyIntVector("", allocator);
        };
        return new FixedWidthBuilder(vector, length);
    }

    /// A builder of so many dates, which are appended as milliseconds since 1970-01-01T00:00:00Z.
    public static FixedWidthBuilder dates(int length, BufferAllocator allocator) {
        return new FixedWidthBuilder(new TimeStampMilliVector("", allocator), length);
    }

    /// Appends the first `count` integers, cut to the width of the column; those at the set bits are `null`.
    public void append(long[] integers, int count, BitSet nullsAmong) {
        switch (vector.getTypeWidth()) {
            case Long.BYTES ->
                MemorySegment.copy(integers, 0, values, ValueLayout.JAVA_LONG_UNALIGNED, 8L * filled, count);
            case Integer.BYTES -> {
                for (int i = 0; i < count; i++) {
                    values.set(ValueLayout.JAVA_INT_UNALIGNED, 4L * (filled + i), (int) integers[i]);
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < count; i++) {
                    values.set(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * (filled + i), (short) integers[i]);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    values.set(ValueLayout.JAVA_BYTE, filled + i, (byte) integers[i]);
                }
            }
        }
        advance(count, nullsAmong);
    }

    /// Appends the first `count` floating numbers, rounded to the width of the column; those at the set bits are
    /// `null`.
    public void append(double[] numbers, int count, BitSet nullsAmong) {
        if (vector.getTypeWidth() == Double.BYTES) {
            MemorySegment.copy(numbers, 0, values, ValueLayout.JAVA_DOUBLE_UNALIGNED, 8L * filled, count);
        } else {
            for (int i = 0; i < count; i++) {
                values.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * (filled + i), (float) numbers[i]);
            }
        }
        advance(count, nullsAmong);
    }

    private void advance(int count, BitSet nullsAmong) {
        nullsAmong.stream().forEach(index -> nulls.set(filled + index));
        filled += count;
    }

    /// The column, when it is full. Caller closes.
    public NumericColumn build() {
        if (filled != length) {
            throw new IllegalStateException(filled + " of " + length + " values were appended");
        }
        Validity.set(vector, length, nulls);
        return vector instanceof TimeStampMilliVector dates ? new DateColumn(dates) : new NumberColumn(vector);
    }

    /// Gives the memory up when no column was built.
    @Override
    public void close() {
        vector.close();
    }
}
