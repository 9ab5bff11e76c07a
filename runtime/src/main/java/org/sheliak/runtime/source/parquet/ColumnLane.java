package org.sheliak.runtime.source.parquet;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.sheliak.runtime.source.lane.Lane;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.FixedWidthBuilder;
import org.sheliak.runtime.table.NumberColumn.Layout;
import org.sheliak.runtime.table.Utf8ColumnBuilder;

/// Reads a field; its parts are the row groups. Owns what the column needs until it is built.
///
/// @param <P> the values of a row group
sealed interface ColumnLane<P> extends Lane<P>, AutoCloseable permits NumberLane, StringLane, BooleanLane, NestedLane {

    /// The column, once all parts have been taken. Caller closes.
    Column build();

    @Override
    void close();

    /// The lane of a field. Caller closes.
    ///
    /// @param groups the field in each row group
    static ColumnLane<?> of(Type field, List<FieldChunks> groups, BufferAllocator allocator) {
        if (!field.isPrimitive() || field.isRepetition(Repetition.REPEATED)) {
            return new NestedLane(groups);
        }
        int length = Math.toIntExact(
                groups.stream().mapToLong(FieldChunks::getRowCount).sum());
        return switch (LeafType.of(field.asPrimitiveType()).kind()) {
            case INT8 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.INT8, length, allocator));
            case INT16 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.INT16, length, allocator));
            case INT32 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.INT32, length, allocator));
            case INT64 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.INT64, length, allocator));
            case FLOAT32 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.FLOAT32, length, allocator));
            case FLOAT64 -> new NumberLane(groups, FixedWidthBuilder.numbers(Layout.FLOAT64, length, allocator));
            case DATE -> new NumberLane(groups, FixedWidthBuilder.dates(length, allocator));
            case BOOLEAN -> new BooleanLane(groups, length, allocator);
            case STRING -> new StringLane(groups, new Utf8ColumnBuilder(length, false, allocator));
        };
    }
}
