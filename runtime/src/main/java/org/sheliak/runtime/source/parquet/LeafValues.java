package org.sheliak.runtime.source.parquet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.StringColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Slices;
import org.sheliak.runtime.value.DateValue;

/// Collects values of a primitive column.
final class LeafValues extends PrimitiveConverter {
    private final LeafType type;
    private final BitSet nulls = new BitSet();
    private int length;
    // Of these, the one of the type's kind is in use.
    private long[] longs = {};
    private double[] doubles = {};
    private StringColumnBuilder strings = new StringColumnBuilder(0);
    private int[] codeOfId = {};

    LeafValues(LeafType type, int expectedLength) {
        this.type = type;
        switch (type.kind()) {
            case FLOAT32, FLOAT64 -> doubles = new double[expectedLength];
            case STRING -> strings = new StringColumnBuilder(expectedLength);
            case INT8, INT16, INT32, INT64, DATE, BOOLEAN -> longs = new long[expectedLength];
        }
    }

    LeafType type() {
        return type;
    }

    int length() {
        return length;
    }

    boolean isNull(int index) {
        return nulls.get(index);
    }

    /// An integer, epoch millis, or 1 for true.
    long integer(int index) {
        return longs[index];
    }

    double number(int index) {
        return doubles[index];
    }

    String text(int index) {
        return strings.string(index);
    }

    /// Which values are null; borrowed.
    BitSet nulls() {
        return nulls;
    }

    /// Writes all values, which are no strings or booleans, in the width of the type.
    void writeTo(MemorySegment target) {
        for (int index = 0; index < length; index++) {
            switch (type.kind()) {
                case INT64, DATE -> target.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, index, longs[index]);
                case INT32 -> target.setAtIndex(ValueLayout.JAVA_INT_UNALIGNED, index, (int) longs[index]);
                case INT16 -> target.setAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, index, (short) longs[index]);
                case INT8 -> target.set(ValueLayout.JAVA_BYTE, index, (byte) longs[index]);
                case FLOAT32 -> target.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, index, (float) doubles[index]);
                case FLOAT64 -> target.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, index, doubles[index]);
                case BOOLEAN, STRING -> throw new IllegalStateException("not a column of numbers: " + type.kind());
            }
        }
    }

    /// All values, which are strings.
    Utf8Run strings() {
        int[] codes = new int[length - nulls.cardinality()];
        int present = 0;
        for (int index = nulls.nextClearBit(0); index < length; index = nulls.nextClearBit(index + 1)) {
            codes[present++] = strings.code(index);
        }
        return new Utf8Run(length, nulls, Utf8Slices.of(strings.distinct()), codes);
    }

    /// The value as the expression language sees it.
    @Nullable
    Object value(int index) {
        if (isNull(index)) {
            return null;
        }
        return switch (type.kind()) {
            case INT8, INT16, INT32, INT64 -> (double) integer(index);
            case FLOAT32, FLOAT64 -> number(index);
            case BOOLEAN -> integer(index) != 0;
            case DATE -> new DateValue(integer(index));
            case STRING -> text(index);
        };
    }

    void addNull() {
        nulls.set(length);
        switch (type.kind()) {
            case STRING -> {
                strings.appendNull();
                length++;
            }
            case FLOAT32, FLOAT64 -> put(0.0);
            case INT8, INT16, INT32, INT64, DATE, BOOLEAN -> put(0L);
        }
    }

    private void put(long value) {
        longs = length < longs.length ? longs : Arrays.copyOf(longs, 2 * length + 1);
        longs[length++] = value;
    }

    private void put(double value) {
        doubles = length < doubles.length ? doubles : Arrays.copyOf(doubles, 2 * length + 1);
        doubles[length++] = value;
    }

    @Override
    public void addBoolean(boolean value) {
        put(value ? 1L : 0L);
    }

    @Override
    public void addInt(int value) {
        if (type.isFloating()) {
            put(type.toDouble(value));
        } else {
            put(type.toLong(value));
        }
    }

    @Override
    public void addLong(long value) {
        if (type.isFloating()) {
            put(type.toDouble(value));
        } else {
            put(type.toLong(value));
        }
    }

    @Override
    public void addFloat(float value) {
        put((double) value);
    }

    @Override
    public void addDouble(double value) {
        put(value);
    }

    @Override
    public void addBinary(Binary value) {
        switch (type.kind()) {
            case STRING -> {
                strings.append(type.toText(value));
                length++;
            }
            case DATE -> put(type.toMillis(value));
            default -> put(type.toDouble(value));
        }
    }

    @Override
    public boolean hasDictionarySupport() {
        return type.kind() == LeafType.Kind.STRING;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        codeOfId = new int[dictionary.getMaxId() + 1];
        for (int id = 0; id < codeOfId.length; id++) {
            codeOfId[id] = strings.code(type.toText(dictionary.decodeToBinary(id)));
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        strings.appendCode(codeOfId[id]);
        length++;
    }
}
