package org.sheliak.bridge.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import org.sheliak.bridge.kernel.jshell.CellSource.Place;
import org.sheliak.bridge.protocol.IopubContent;

/// Compile errors as javac shows them: the place in the cell, the message, the line and a caret.
final class CompileErrors {
    private static final String NAME = "CompilationError";

    private CompileErrors() {}

    /// The errors of a rejected snippet.
    ///
    /// @param offset of the rejected snippet in the cell
    static IopubContent.CellError of(CellSource cell, int offset, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        for (Diag diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                describe(cell, offset, diagnostic, lines);
            }
        }
        String first = diagnostics.isEmpty() ? "the code is not Java" : firstLine(diagnostics.getFirst());
        return new IopubContent.CellError(NAME, first, lines);
    }

    /// An error that concerns a place as a whole.
    static IopubContent.CellError of(Place place, String message) {
        return new IopubContent.CellError(NAME, message, List.of(heading(place, message), place.text()));
    }

    private static void describe(CellSource cell, int offset, Diag diagnostic, List<String> lines) {
        int position = offset + Math.toIntExact(Math.max(0, diagnostic.getPosition()));
        Place place = cell.placeOf(position);
        lines.add(heading(place, firstLine(diagnostic)));
        lines.add(place.text());
        lines.add(indent(place.text(), cell.columnOf(position)) + Ansi.red("^"));
        diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .skip(1)
                .filter(line -> !line.strip().equals("location: class"))
                .forEach(lines::add);
    }

    private static String heading(Place place, String message) {
        return Ansi.bold(place + ": ") + Ansi.red("error: ") + message;
    }

    private static String firstLine(Diag diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    }

    /// As wide as the start of a line; keeps its tabs.
    private static String indent(String line, int column) {
        StringBuilder indent = new StringBuilder();
        for (int i = 0; i < column; i++) {
            indent.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return indent.toString();
    }
}
