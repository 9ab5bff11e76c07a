package org.sheliak.bridge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Where results go.
///
/// @param path a file, or a folder, or `null` for the standard output
record Destination(@Nullable Path path, boolean isFolder) {

    /// The destination that was asked for.
    ///
    /// @throws IllegalArgumentException with a sentence for a person when results would overwrite each
    ///     other or a spec
    ///
    /// @param name as it was given; with a separator at the end it is that of a folder
    /// @param isForFolder whether specs are those of a folder, however many are in it
    static Destination of(@Nullable String name, boolean isForFolder, List<SpecFile> files) {
        if (name == null) {
            return of(files);
        }
        Path path = Path.of(name);
        boolean isFolder = isForFolder || files.size() > 1 || name.endsWith("/") || Files.isDirectory(path);
        if (isFolder && Files.isRegularFile(path)) {
            throw new IllegalArgumentException(path + " is a file, expected a folder for the results");
        }
        Destination destination = new Destination(path, isFolder);
        destination.checkDistinct(files);
        return destination;
    }

    private static Destination of(List<SpecFile> files) {
        if (files.size() > 1) {
            throw new IllegalArgumentException(
                    files.size() + " specs cannot go to the standard output: name a folder with -o");
        }
        return new Destination(null, false);
    }

    private void checkDistinct(List<SpecFile> files) {
        Set<Path> taken = new HashSet<>();
        for (SpecFile file : files) {
            if (file.path() != null) {
                taken.add(file.path().toAbsolutePath().normalize());
            }
        }
        for (SpecFile file : files) {
            Path target = target(file);
            if (target != null && !taken.add(target.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("writing " + target + " for " + file.name()
                        + " would overwrite a spec or another result: name another place with -o");
            }
        }
    }

    private @Nullable Path target(SpecFile file) {
        return path == null || !isFolder ? path : path.resolve(file.output());
    }

    /// Writes the result of a spec.
    ///
    /// @throws SheliakException DATA_SOURCE when it cannot be written
    void write(SpecFile file, String text) {
        Path target = target(file);
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        if (target == null) {
            System.out.writeBytes(bytes);
            System.out.flush();
        } else {
            write(target, bytes);
        }
    }

    static void write(Path target, byte[] bytes) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new SheliakException(
                    ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, "cannot write " + target + ": " + e.getMessage(), e);
        }
    }
}
