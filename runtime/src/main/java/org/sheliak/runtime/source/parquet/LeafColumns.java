package org.sheliak.runtime.source.parquet;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.StringColumnBuilder;

/// Puts the values of a column's row groups together.
final class LeafColumns {
    private LeafColumns() {}

    /// The column of the row groups' values, in their order; there is one at least. Caller closes.
    static Column concatenate(List<LeafValues> groups, BufferAllocator allocator) {
        return switch (groups.getFirst().type().kind()) {
            case INT8 ->
                new NumberColumn(filled(
                        new TinyIntVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, (byte) values.integer(index))));
            case INT16 ->
                new NumberColumn(filled(
                        new SmallIntVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, (short) values.integer(index))));
            case INT32 ->
                new NumberColumn(filled(
                        new IntVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, (int) values.integer(index))));
            case INT64 ->
                new NumberColumn(filled(
                        new BigIntVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, values.integer(index))));
            case FLOAT32 ->
                new NumberColumn(filled(
                        new Float4Vector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, (float) values.number(index))));
            case FLOAT64 ->
                new NumberColumn(filled(
                        new Float8Vector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, values.number(index))));
            case BOOLEAN ->
                new BooleanColumn(filled(
                        new BitVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, (int) values.integer(index))));
            case DATE ->
                new DateColumn(filled(
                        new TimeStampMilliVector("", allocator),
                        groups,
                        (vector, row, values, index) -> vector.set(row, values.integer(index))));
            case STRING -> strings(groups, allocator);
        };
    }

    private static <V extends BaseFixedWidthVector> V filled(V vector, List<LeafValues> groups, Setter<V> setter) {
        int rowCount = rowCount(groups);
        try {
            vector.allocateNew(rowCount);
        } catch (RuntimeException noRoom) {
            vector.close();
            throw noRoom;
        }
        int row = 0;
        for (LeafValues group : groups) {
            for (int index = 0; index < group.length(); index++, row++) {
                if (group.isNull(index)) {
                    vector.setNull(row);
                } else {
                    setter.set(vector, row, group, index);
                }
            }
        }
        vector.setValueCount(rowCount);
        return vector;
    }

    private static StringColumn strings(List<LeafValues> groups, BufferAllocator allocator) {
        StringColumnBuilder builder = new StringColumnBuilder(rowCount(groups));
        for (LeafValues group : groups) {
            for (int index = 0; index < group.length(); index++) {
                if (group.isNull(index)) {
                    builder.appendNull();
                } else {
                    builder.append(group.text(index));
                }
            }
        }
        return builder.build(allocator);
    }

    private static int rowCount(List<LeafValues> groups) {
        return Math.toIntExact(groups.stream().mapToLong(LeafValues::length).sum());
    }

    private interface Setter<V> {
        /// Sets a row to the value at an index.
        void set(V vector, int row, LeafValues values, int index);
    }
}
