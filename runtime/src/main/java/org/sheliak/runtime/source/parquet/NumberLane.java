package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.FixedWidthBuilder;

/// Numbers or dates: each row group is decoded to where the column has it in the end.
final class NumberLane implements ColumnLane<BitSet> {
    private final List<FieldChunks> groups;
    private final List<MemorySegment> rooms;
    private final int[] firstRows;
    private final FixedWidthBuilder builder;

    /// Takes ownership of the builder, which expects the rows of all groups.
    NumberLane(List<FieldChunks> groups, FixedWidthBuilder builder) {
        this.groups = groups;
        this.builder = builder;
        this.firstRows = new int[groups.size()];
        this.rooms = new ArrayList<>();
        for (FieldChunks group : groups) {
            firstRows[rooms.size()] = builder.length();
            rooms.add(builder.next(group.rows()));
        }
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public BitSet read(int part) throws IOException {
        BitSet nulls = groups.get(part).readNumbers(rooms.get(part));
        if (nulls.isEmpty()) {
            builder.summarize(firstRows[part], groups.get(part).rows());
        }
        return nulls;
    }

    @Override
    public void take(int part, BitSet nulls) {
        builder.setNulls(firstRows[part], nulls);
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
