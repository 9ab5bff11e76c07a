package org.sheliak.bridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// A spec that the command line names.
///
/// @param name as messages call it
/// @param path the file, or `null` for the standard input
/// @param output where its result goes, relative to the folder of all results
record SpecFile(String name, @Nullable Path path, Path output) {
    /// What a person is told about arguments.
    static final String DESCRIPTION =
            "Vega or Vega-Lite specs: files, folders with *.vl.json and *.vg.json, or - for " + "the standard input.";

    private static final String STANDARD_INPUT = "-";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final List<String> ENDINGS = List.of(".vl.json", ".vg.json");

    /// The specs of arguments: files, `-`, and folders, which stand for the `*.vl.json` and `*.vg.json` in them and in
    /// the folders below, in the order of their names.
    ///
    /// @throws SheliakException DATA_SOURCE when a folder has none, or cannot be read
    static List<SpecFile> of(List<String> arguments) {
        List<SpecFile> files = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (argument.equals(STANDARD_INPUT)) {
                files.add(new SpecFile("standard input", null, Path.of("stdin.vg.json")));
            } else if (Files.isDirectory(path)) {
                files.addAll(below(path));
            } else {
                files.add(new SpecFile(argument, path, renamed(path.getFileName())));
            }
        }
        return files;
    }

    private static List<SpecFile> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<SpecFile> files = paths.filter(Files::isRegularFile)
                    .filter(path -> ENDINGS.stream().anyMatch(path.toString()::endsWith))
                    .sorted()
                    .map(path -> new SpecFile(path.toString(), path, renamed(folder.relativize(path))))
                    .toList();
            if (files.isEmpty()) {
                throw unreadable(folder + ": there is no *.vl.json and no *.vg.json in this folder", null);
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// `bar.vl.json` and `bar.json` become `bar.vg.json`.
    private static Path renamed(Path file) {
        String name = file.getFileName().toString();
        for (String ending : List.of(".vl.json", ".vg.json", ".json")) {
            if (name.endsWith(ending)) {
                name = name.substring(0, name.length() - ending.length());
                break;
            }
        }
        return file.resolveSibling(name + ".vg.json");
    }

    /// The folder that names of data in the spec begin at.
    Path folder() {
        Path folder = path == null ? null : path.getParent();
        return folder == null ? Path.of("") : folder;
    }

    /// The text.
    ///
    /// @throws SheliakException DATA_SOURCE when it cannot be read
    String read() {
        try {
            String text = path == null
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw unreadable("there is no such file", e);
        } catch (MalformedInputException e) {
            throw unreadable("cannot be read: it is not UTF-8 text", e);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getMessage(), e);
        }
    }

    private static SheliakException unreadable(String detail, @Nullable Throwable cause) {
        return new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, detail, cause);
    }
}
