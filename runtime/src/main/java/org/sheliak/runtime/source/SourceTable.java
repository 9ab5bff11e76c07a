package org.sheliak.runtime.source;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.table.Table;

/// A table that a notebook gives to charts under a name.
public interface SourceTable extends AutoCloseable {

    /// Stands for the content: as long as it stays the same, so do the rows.
    Fingerprint state();

    /// The rows. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    Table read(@Nullable List<String> columns, BufferAllocator allocator);

    /// Gives the rows up; tables that were read from here stay valid.
    @Override
    void close();
}
