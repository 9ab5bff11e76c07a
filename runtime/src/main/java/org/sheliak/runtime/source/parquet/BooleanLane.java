package org.sheliak.runtime.source.parquet;

import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;

/// Booleans.
final class BooleanLane implements ColumnLane<LeafValues> {
    private final List<FieldChunks> groups;
    private final BufferAllocator allocator;
    private final BitSet trues;
    private final BitSet nulls = new BitSet();
    private int row;

    BooleanLane(List<FieldChunks> groups, int length, BufferAllocator allocator) {
        this.groups = groups;
        this.allocator = allocator;
        this.trues = new BitSet(length);
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public LeafValues read(int part) {
        return groups.get(part).leafValues();
    }

    @Override
    public void take(int part, LeafValues values) {
        for (int index = 0; index < values.length(); index++, row++) {
            trues.set(row, values.integer(index) != 0);
            nulls.set(row, values.isNull(index));
        }
    }

    @Override
    public Column build() {
        return Columns.booleans(trues, row, nulls, allocator);
    }

    @Override
    public void close() {}
}
