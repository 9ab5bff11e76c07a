package org.sheliak.runtime.source.parquet;

import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.FixedWidthBuilder;
import org.sheliak.runtime.table.NumberColumn.Layout;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.StringColumnBuilder;

/// Puts the values of a column's row groups together.
final class LeafColumns {
    private LeafColumns() {}

    /// The column of the row groups' values, in their order; there is one at least. Caller closes.
    static Column concatenate(List<LeafValues> groups, BufferAllocator allocator) {
        int length =
                Math.toIntExact(groups.stream().mapToLong(LeafValues::length).sum());
        return switch (groups.getFirst().type().kind()) {
            case INT8 -> appended(FixedWidthBuilder.numbers(Layout.INT8, length, allocator), groups);
            case INT16 -> appended(FixedWidthBuilder.numbers(Layout.INT16, length, allocator), groups);
            case INT32 -> appended(FixedWidthBuilder.numbers(Layout.INT32, length, allocator), groups);
            case INT64 -> appended(FixedWidthBuilder.numbers(Layout.INT64, length, allocator), groups);
            case FLOAT32 -> appended(FixedWidthBuilder.numbers(Layout.FLOAT32, length, allocator), groups);
            case FLOAT64 -> appended(FixedWidthBuilder.numbers(Layout.FLOAT64, length, allocator), groups);
            case DATE -> appended(FixedWidthBuilder.dates(length, allocator), groups);
            case BOOLEAN -> booleans(groups, length, allocator);
            case STRING -> strings(groups, length, allocator);
        };
    }

    private static Column appended(FixedWidthBuilder builder, List<LeafValues> groups) {
        groups.forEach(group -> group.appendTo(builder));
        return builder.build();
    }

    private static BooleanColumn booleans(List<LeafValues> groups, int length, BufferAllocator allocator) {
        BitSet trues = new BitSet(length);
        BitSet nulls = new BitSet();
        int row = 0;
        for (LeafValues group : groups) {
            for (int index = 0; index < group.length(); index++, row++) {
                trues.set(row, group.integer(index) != 0);
                nulls.set(row, group.isNull(index));
            }
        }
        return Columns.booleans(trues, length, nulls, allocator);
    }

    private static StringColumn strings(List<LeafValues> groups, int length, BufferAllocator allocator) {
        StringColumnBuilder builder = new StringColumnBuilder(length);
        groups.forEach(group -> group.appendTo(builder));
        return builder.build(allocator);
    }
}
