package org.sheliak;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Rows that charts draw from: a Parquet, Arrow, CSV or JSON file. Nothing is read until a chart needs it.
///
/// @param file where the rows are, absolute
public record Table(Path file) {
    /// A table in a file; its format is that of the file's ending.
    ///
    /// @throws SheliakException DATA_SOURCE when there is no such file
    public static Table read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute) || !Files.isReadable(absolute)) {
            String found = Files.exists(absolute) ? "is not a file that can be read" : "does not exist";
            throw new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, absolute + " " + found);
        }
        return new Table(absolute);
    }

    /// A table in a file.
    ///
    /// @param file a path, relative to the folder of the notebook
    public static Table read(String file) {
        return read(Path.of(file));
    }
}
