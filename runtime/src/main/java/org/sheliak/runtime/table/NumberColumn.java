package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.Float8Vector;
import org.jspecify.annotations.Nullable;

/// Numbers, as stored: any of Arrow's signed integer and floating types, read as JavaScript numbers (float64).
/// A 64-bit integer beyond 2^53 loses its last bits, as it does in JavaScript.
public final class NumberColumn implements NumericColumn {

    /// How the numbers lie in memory.
    public enum Layout {
        FLOAT64(Double.BYTES),
        FLOAT32(Float.BYTES),
        INT64(Long.BYTES),
        INT32(Integer.BYTES),
        INT16(Short.BYTES),
        INT8(Byte.BYTES);

        private final int bytes;

        Layout(int bytes) {
            this.bytes = bytes;
        }

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

    private final BaseFixedWidthVector vector;
    private final Layout layout;
    private final MemorySegment values;
    private final Validity validity;
    private final ColumnZones zones;

    /// Takes ownership of the vector, which must be of one of the types of [Layout] and is not changed any more.
    public NumberColumn(BaseFixedWidthVector vector) {
        this(vector, new ColumnZones());
    }

    /// The same for values whose zones are known already.
    NumberColumn(BaseFixedWidthVector vector, ColumnZones zones) {
        this(vector, Validity.of(vector), zones);
    }

    private NumberColumn(BaseFixedWidthVector vector, Validity validity, ColumnZones zones) {
        this.vector = vector;
        this.zones = zones;
        this.layout = Layout.of(vector);
        this.values = Segments.of(vector.getDataBuffer());
        this.validity = validity;
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

    /// The stored numbers, `length()` of them in [#layout()]; what stands at a null is undefined.
    public MemorySegment values() {
        return values;
    }

    @Override
    public boolean widen(int from, int count, double[] range) {
        return StoredExtremes.widen(rows(from, count), layout, range);
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
        return switch (layout) {
            case FLOAT64 -> values.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8L * row);
            case FLOAT32 -> values.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * row);
            case INT64 -> values.get(ValueLayout.JAVA_LONG_UNALIGNED, 8L * row);
            case INT32 -> values.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * row);
            case INT16 -> values.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * row);
            case INT8 -> values.get(ValueLayout.JAVA_BYTE, row);
        };
    }

    @Override
    public void load(int from, int count, double[] target) {
        // A slice read by index: the form of loop that the JIT compiler turns into vector instructions.
        MemorySegment rows = rows(from, count);
        switch (layout) {
            case FLOAT64 -> MemorySegment.copy(rows, ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, target, 0, count);
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    target[i] = rows.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i);
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    target[i] = rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    target[i] = rows.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i);
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    target[i] = rows.getAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i);
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    target[i] = rows.get(ValueLayout.JAVA_BYTE, i);
                }
            }
        }
    }

    private MemorySegment rows(int from, int count) {
        return values.asSlice((long) layout.bytes * from, (long) layout.bytes * count);
    }

    @Override
    public void load(int[] rows, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = number(rows[i]);
        }
    }

    /// The Arrow vector that holds the values; borrowed, and not to be changed.
    public BaseFixedWidthVector vector() {
        return vector;
    }

    @Override
    public int length() {
        return vector.getValueCount();
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
        return vector.getBufferSize();
    }

    @Override
    public NumberColumn gather(int[] rows, BufferAllocator allocator) {
        return new NumberColumn(Gather.rows(vector, validity, rows, allocator));
    }

    @Override
    public NumberColumn share() {
        BaseFixedWidthVector shared = (BaseFixedWidthVector) Segments.share(vector);
        return new NumberColumn(shared, validity.in(shared), zones);
    }

    @Override
    public void close() {
        vector.close();
    }
}
