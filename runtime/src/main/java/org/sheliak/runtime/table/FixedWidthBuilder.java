package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.NumberColumn.Layout;

/// Puts a column of one type together, run by run, in the memory that the column has in the end. Until it
/// is built it owns that memory; whoever does not build it closes it.
public final class FixedWidthBuilder implements AutoCloseable {
    private static final int SMALLEST_CAPACITY = 16;

    private final BaseFixedWidthVector vector;
    private final int width;
    private final BufferAllocator allocator;
    private final BitSet nulls = new BitSet();
    private @Nullable ZoneMapBuilder zones;
    private ArrowBuf data;
    private MemorySegment values;
    private int length;

    private FixedWidthBuilder(BaseFixedWidthVector vector, int expectedLength, BufferAllocator allocator) {
        this.vector = vector;
        this.width = vector.getTypeWidth();
        this.allocator = allocator;
        this.data = allocator.buffer((long) width * Math.max(SMALLEST_CAPACITY, expectedLength));
        this.values = Segments.of(data);
    }

    /// A builder of numbers in a layout.
    ///
    /// @param expectedLength how many values will come, as a hint
    public static FixedWidthBuilder numbers(Layout layout, int expectedLength, BufferAllocator allocator) {
        BaseFixedWidthVector vector = switch (layout) {
            case FLOAT64 -> new Float8Vector("", allocator);
            case FLOAT32 -> new Float4Vector("", allocator);
            case INT64 -> new BigIntVector("", allocator);
            case INT32 -> new IntVector("", allocator);
            case INT16 -> new SmallIntVector("", allocator);
            case INT8 -> new TinyIntVector("", allocator);
        };
        return new FixedWidthBuilder(vector, expectedLength, allocator);
    }

    /// A builder of dates, which are appended as milliseconds since 1970-01-01T00:00:00Z.
    public static FixedWidthBuilder dates(int expectedLength, BufferAllocator allocator) {
        return new FixedWidthBuilder(new TimeStampMilliVector("", allocator), expectedLength, allocator);
    }

    /// Number of values so far.
    public int length() {
        return length;
    }

    /// Room for the next `count` values, which the caller writes before the column is built. As long as
    /// no more values come than were expected, several threads may write the room of each.
    public MemorySegment next(int count) {
        int end = Math.addExact(length, count);
        if ((long) end * width > data.capacity()) {
            grow(end);
        }
        MemorySegment room = values.asSlice((long) length * width, (long) count * width);
        length = end;
        return room;
    }

    private void grow(int needed) {
        long capacity = Math.max(needed, (long) length + (length >> 1));
        ArrowBuf larger = allocator.buffer(capacity * width);
        MemorySegment target = Segments.of(larger);
        MemorySegment.copy(values, 0, target, 0, (long) length * width);
        data.close();
        data = larger;
        values = target;
    }

    /// Looks at rows that have been written, none of them `null`, while they are in the processor's caches: when all
    /// rows of the column have been looked at, its zones are known from the start. Any thread may do so, as soon as
    /// there is room for the last row.
    public void summarize(int from, int count) {
        MemorySegment rows = values.asSlice((long) from * width, (long) count * width);
        zones().add(from, count, (first, size, range) -> {
            MemorySegment slice = rows.asSlice((long) (first - from) * width, (long) size * width);
            return vector instanceof TimeStampMilliVector
                    ? StoredExtremes.widenDates(slice, range)
                    : StoredExtremes.widen(slice, Layout.of(vector), range);
        });
    }

    private synchronized ZoneMapBuilder zones() {
        ZoneMapBuilder known = zones == null ? new ZoneMapBuilder(length) : zones;
        zones = known;
        return known;
    }

    /// Marks rows as `null`: those at the set bits, counted from a row on.
    public void setNulls(int from, BitSet nullsAmong) {
        for (int index = nullsAmong.nextSetBit(0); index >= 0; index = nullsAmong.nextSetBit(index + 1)) {
            nulls.set(from + index);
        }
    }

    /// Appends the first `count` numbers; those at the set bits are `null`. Only for a column of float64.
    public void append(double[] numbers, int count, BitSet nullsAmong) {
        int from = length;
        MemorySegment.copy(numbers, 0, next(count), ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, count);
        setNulls(from, nullsAmong);
    }

    /// Appends the first `count` numbers; those at the set bits are `null`. Only for a column of int32.
    public void append(int[] numbers, int count, BitSet nullsAmong) {
        int from = length;
        MemorySegment.copy(numbers, 0, next(count), ValueLayout.JAVA_INT_UNALIGNED, 0, count);
        setNulls(from, nullsAmong);
    }

    /// The column. Caller closes.
    public NumericColumn build() {
        BaseFixedWidthVector built = vector();
        ColumnZones known = zones().build().map(ColumnZones::new).orElseGet(ColumnZones::new);
        return built instanceof TimeStampMilliVector dates
                ? new DateColumn(dates, known)
                : new NumberColumn(built, known);
    }

    /// The column's vector. Caller closes.
    BaseFixedWidthVector vector() {
        try (ArrowBuf taken = data;
                ArrowBuf validity = allocator.buffer(Math.max(1, (length + 7L) / 8))) {
            taken.writerIndex((long) length * width);
            validity.writerIndex((length + 7L) / 8);
            Validity.set(Segments.of(validity), length, nulls);
            vector.loadFieldBuffers(new ArrowFieldNode(length, nulls.cardinality()), List.of(validity, taken));
            data = allocator.getEmpty();
            return vector;
        }
    }

    /// Gives the memory up when no column was built.
    @Override
    public void close() {
        data.close();
    }
}
