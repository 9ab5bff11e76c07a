package org.sheliak.runtime.source;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.table.Table;

/// A table in a file. Nothing is read until a chart needs it, and then only the columns that it needs.
/// The file's ending says its format; the types of the columns of a text file are found from their values.
public final class FileTable implements SourceTable {
    private final Path file;
    private final DataFormat format;

    /// A table in this file, which need not exist yet.
    ///
    /// @throws org.sheliak.planner.error.SheliakException with `UNSUPPORTED` when the name says no known format
    public FileTable(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.format = DataFormat.ofFileName(file.getFileName().toString());
    }

    @Override
    public Fingerprint state() {
        return LocatedFile.ofPath(file).state();
    }

    /// Dates without a time zone in a text file are in the time zone of this machine.
    @Override
    public Table read(@Nullable List<String> columns, BufferAllocator allocator) {
        return new DataFile(format, columns, ZoneId.systemDefault(), allocator).read(file, file.toString());
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return file.toString();
    }
}
