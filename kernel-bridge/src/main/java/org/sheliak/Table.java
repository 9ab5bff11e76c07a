package org.sheliak;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.source.FileTable;
import org.sheliak.runtime.source.SourceTable;

/// Rows that charts draw from: a Parquet, Arrow, CSV or JSON file. Nothing is read until a chart needs it.
public final class Table {
    private final String name;
    private final SourceTable source;

    private Table(String name, SourceTable source) {
        this.name = name;
        this.source = source;
    }

    /// A table in a file; its format is that of the file's ending: `.parquet`, `.arrow`, `.csv`, `.tsv`, `.json`.
    ///
    /// @throws SheliakException DATA_SOURCE when there is no such file, UNSUPPORTED when its ending is unknown
    public static Table read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw unreadable(absolute + " does not exist");
        }
        if (!Files.isRegularFile(absolute) || !Files.isReadable(absolute)) {
            throw unreadable(absolute + " is not a file that can be read");
        }
        return new Table(absolute.toString(), new FileTable(absolute));
    }

    /// A table in a file.
    ///
    /// @param file a path, relative to the folder of the notebook, or a `file:` address
    /// @throws SheliakException as [#read(Path)], and DATA_SOURCE when the text is neither
    public static Table read(String file) {
        try {
            return read(file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file));
        } catch (IllegalArgumentException e) {
            throw unreadable("\"" + file + "\" is not a path: " + e.getMessage());
        }
    }

    /// Rows that are held in memory or come from elsewhere. The table takes over the source.
    public static Table of(SourceTable source) {
        return new Table("in memory", source);
    }

    /// Where the runtime reads the rows; the table keeps it.
    public SourceTable source() {
        return source;
    }

    @Override
    public String toString() {
        return "Table " + name;
    }

    private static SheliakException unreadable(String detail) {
        return new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, detail);
    }
}
