package org.sheliak;

import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.source.SourceTable;

/// Stands where the runtime's file readers will.
record UnreadFile(Path file) implements SourceTable {
    @Override
    public Fingerprint state() {
        throw unread();
    }

    @Override
    public org.sheliak.runtime.table.Table read(@Nullable List<String> columns, BufferAllocator allocator) {
        throw unread();
    }

    @Override
    public void close() {}

    private SheliakException unread() {
        return new SheliakException(
                ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, "this runtime cannot read " + file + " yet");
    }
}
