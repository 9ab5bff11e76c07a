package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.FixedWidthBuilder;

/// Numbers or dates: each row group is decoded to where the column has it in the end.
final class NumberLane implements ColumnLane<BitSet> {
    private final List<FieldChunks> groups;
    private final List<MemorySegment> rooms;
    private final FixedWidthBuilder builder;
    private int row;

    /// Takes ownership of the builder, which expects the rows of all groups.
    NumberLane(List<FieldChunks> groups, FixedWidthBuilder builder) {
        this.groups = groups;
        this.builder = builder;
        this.rooms = groups.stream().map(group -> builder.next(group.rows())).toList();
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public BitSet read(int part) throws IOException {
        return groups.get(part).readNumbers(rooms.get(part));
    }

    @Override
    public void take(int part, BitSet nulls) {
        builder.setNulls(row, nulls);
        row += groups.get(part).rows();
    }

    @Override
    public Column build() {
        return builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
