package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.Float8Vector;
import org.jspecify.annotations.Nullable;

/// Numbers, as stored: any of Arrow's signed integer and floating types, read as JavaScript numbers (float64).
/// A 64-bit integer beyond 2^53 loses its last bits, as it does in JavaScript.
public final class NumberColumn implements NumericColumn {

    /// How the numbers lie in memory.
    public enum Layout {
        FLOAT64,
        FLOAT32,
        INT64,
        INT32,
        INT16,
        INT8;

        private boolean isFloating() {
            return this == FLOAT64 || this == FLOAT32;
        }

        static Layout of(BaseFixedWidthVector vector) {
            return switch (vector.getMinorType()) {
                case FLOAT8 -> FLOAT64;
                case FLOAT4 -> FLOAT32;
                case BIGINT -> INT64;
                case INT -> INT32;
                case SMALLINT -> INT16;
                case TINYINT -> INT8;
                default -> throw new IllegalArgumentException("not a number vector: " + vector.getField());
            };
        }
    }

    private final FixedWidthValues values;
    private final Layout layout;
    private final Validity validity;
    private final ColumnZones zones;

    /// Takes ownership of the vector, which must be of one of the types of [Layout] and is not changed any more.
    public NumberColumn(BaseFixedWidthVector vector) {
        this(List.of(vector));
    }

    /// The same for numbers in several vectors of one type, one behind the other; at least one.
    public NumberColumn(List<? extends BaseFixedWidthVector> vectors) {
        this(FixedWidthValues.of(vectors), new ColumnZones());
    }

    /// The same for values whose zones are known already.
    NumberColumn(BaseFixedWidthVector vector, ColumnZones zones) {
        this(FixedWidthValues.of(List.of(vector)), zones);
    }

    private NumberColumn(FixedWidthValues values, ColumnZones zones) {
        this.values = values;
        this.zones = zones;
        this.layout = Layout.of(values.first());
        this.validity = values.validity();
    }

    /// A column of these numbers, none of them `null`. Caller closes.
    public static NumberColumn of(double[] numbers, int length, BufferAllocator allocator) {
        Float8Vector vector = new Float8Vector("", allocator);
        vector.allocateNew(length);
        vector.setValueCount(length);
        MemorySegment.copy(
                numbers, 0, Segments.of(vector.getDataBuffer()), ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, length);
        Validity.fill(vector, length);
        return new NumberColumn(vector);
    }

    public Layout layout() {
        return layout;
    }

    @Override
    public boolean widen(int from, int count, double[] range) {
        boolean haveNaN = false;
        for (int row = from; row < from + count; ) {
            MemorySegment run = values.run(row, from + count);
            haveNaN |= StoredExtremes.widen(run, layout, range);
            row += values.rows(run);
        }
        return haveNaN;
    }

    @Override
    public ColumnZones identity() {
        return zones;
    }

    @Override
    public Validity validity() {
        return validity;
    }

    /// Whether it is known, without looking at the rows, that none of them has null or NaN.
    public boolean isKnownToBeNumbers() {
        return validity.nullCount() == 0 && (!layout.isFloating() || zones.areKnownToBeNumbers());
    }

    /// The number at a row that is not null.
    public double number(int row) {
        int part = values.part(row);
        MemorySegment stored = values.segment(part);
        long at = (long) row - values.firstRow(part);
        return switch (layout) {
            case FLOAT64 -> stored.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8 * at);
            case FLOAT32 -> stored.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * at);
            case INT64 -> stored.get(ValueLayout.JAVA_LONG_UNALIGNED, 8 * at);
            case INT32 -> stored.get(ValueLayout.JAVA_INT_UNALIGNED, 4 * at);
            case INT16 -> stored.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * at);
            case INT8 -> stored.get(ValueLayout.JAVA_BYTE, at);
        };
    }

    @Override
    public void load(int from, int count, double[] target) {
        for (int row = from; row < from + count; ) {
            MemorySegment run = values.run(row, from + count);
            load(run, target, row - from);
            row += values.rows(run);
        }
    }

    private void load(MemorySegment run, double[] target, int to) {
        // A slice read by index: the form of loop that the JIT compiler turns into vector instructions.
        int count = values.rows(run);
        switch (layout) {
            case FLOAT64 -> MemorySegment.copy(run, ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, target, to, count);
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = run.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i);
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = run.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = run.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i);
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = run.getAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i);
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = run.get(ValueLayout.JAVA_BYTE, i);
                }
            }
        }
    }

    @Override
    public void load(int[] rows, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = number(rows[i]);
        }
    }

    /// The values as one Arrow vector: a copy where they lie in several. Caller closes.
    public BaseFixedWidthVector vector(BufferAllocator allocator) {
        return values.vector(allocator);
    }

    @Override
    public int length() {
        return values.length();
    }

    @Override
    public boolean isNull(int row) {
        return validity.isNull(row);
    }

    @Override
    public @Nullable Object value(int row) {
        return isNull(row) ? null : (Object) number(row);
    }

    @Override
    public long sizeBytes() {
        return values.sizeBytes();
    }

    @Override
    public NumberColumn gather(int[] rows, BufferAllocator allocator) {
        return new NumberColumn(values.gather(rows, allocator));
    }

    @Override
    public NumberColumn share() {
        return new NumberColumn(values.share(), zones);
    }

    @Override
    public void close() {
        values.close();
    }
}
