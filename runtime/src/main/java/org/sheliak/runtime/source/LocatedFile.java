package org.sheliak.runtime.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.FingerprintBuilder;

/// A file as it is now.
///
/// @param name how messages call it
/// @param state stands for the content, by the file's path, size and time of change
public record LocatedFile(Path path, String name, Fingerprint state) {

    /// The file at a path.
    ///
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when there is none
    static LocatedFile ofPath(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Fingerprint state = new FingerprintBuilder()
                    .putString(path.toString())
                    .putString(attributes.size() + " " + attributes.lastModifiedTime())
                    .build();
            return new LocatedFile(path, path.toString(), state);
        } catch (NoSuchFileException missing) {
            throw failed(path + " does not exist", missing);
        } catch (IOException unreadable) {
            throw failed("cannot look at " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    static SheliakException failed(String detail, Exception cause) {
        return new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, detail, cause);
    }
}
