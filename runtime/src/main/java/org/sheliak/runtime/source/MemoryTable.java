package org.sheliak.runtime.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.FingerprintBuilder;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// A table in memory. Reading shares its columns and costs nothing for each row.
public final class MemoryTable implements SourceTable {
    private final Table table;
    private final Fingerprint state =
            new FingerprintBuilder().putString(UUID.randomUUID().toString()).build();
    private boolean closed;

    /// Takes ownership of the table.
    public MemoryTable(Table table) {
        this.table = table;
    }

    /// Differs from that of every other table, equal rows or not.
    @Override
    public Fingerprint state() {
        return state;
    }

    @Override
    public synchronized Table read(@Nullable List<String> columns, BufferAllocator allocator) {
        if (closed) {
            throw new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, "the table has been closed");
        }
        SequencedMap<String, Column> shared = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> {
            if (columns == null || columns.contains(name)) {
                shared.put(name, column.share());
            }
        });
        return new Table(shared, table.rowCount());
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            table.close();
        }
    }
}
