package org.sheliak.bridge.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.kernel.jshell.CellSource.Place;
import org.sheliak.bridge.protocol.IopubContent;
import org.sheliak.planner.error.SheliakException;

/// What code of a cell threw, as a traceback that names places in cells.
final class RuntimeErrors {
    private static final int MAX_FRAMES = 40;
    private static final String OWN_PACKAGE = RuntimeErrors.class.getPackageName() + ".";

    private final Map<String, Place> snippets;
    private final JShell shell;

    /// @param snippets where each snippet begins, by its id
    RuntimeErrors(JShell shell, Map<String, Place> snippets) {
        this.shell = shell;
        this.snippets = snippets;
    }

    /// The error as the notebook shows it.
    ///
    /// @param translated the error in terms of snippets
    /// @param original the error that was thrown, null when nothing ran
    IopubContent.CellError of(JShellException translated, @Nullable Throwable original) {
        if (CellInterruption.isRequested() || original instanceof InterruptedException) {
            return interrupted(translated);
        }
        String name = name(translated);
        String message = message(translated);
        List<String> lines = new ArrayList<>();
        boolean isForPerson = original instanceof SheliakException;
        describe(translated, Ansi.red(isForPerson ? "error" : name), message, lines, isForPerson);
        for (Throwable cause = translated.getCause();
                cause instanceof JShellException next && !isForPerson;
                cause = cause.getCause()) {
            describe(next, "Caused by: " + name(next), message(next), lines, false);
        }
        return new IopubContent.CellError(name, message, lines);
    }

    /// The error of a value that was computed but cannot be shown.
    static IopubContent.CellError ofRendering(Throwable thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        String name = thrown.getClass().getName();
        String heading =
                thrown instanceof SheliakException ? Ansi.red("error") : Ansi.red(name) + " while the result was shown";
        return new IopubContent.CellError(name, message, List.of(heading + (message.isEmpty() ? "" : ": " + message)));
    }

    private IopubContent.CellError interrupted(JShellException translated) {
        List<String> lines = new ArrayList<>();
        describe(translated, Ansi.red("Interrupted"), "the cell was interrupted", lines, true);
        return new IopubContent.CellError("Interrupted", "the cell was interrupted", lines);
    }

    private void describe(
            JShellException error, String name, String message, List<String> lines, boolean onlyCellFrames) {
        lines.add(message.isEmpty() ? name : name + ": " + message);
        boolean isFirstPlace = true;
        int frames = 0;
        for (StackTraceElement frame : error.getStackTrace()) {
            Place place = place(frame);
            if (frame.getClassName().startsWith(OWN_PACKAGE) || (onlyCellFrames && place == null)) {
                continue;
            }
            if (++frames > MAX_FRAMES) {
                lines.add("    … and deeper");
                return;
            }
            lines.add("    at " + (place == null ? frame.toString() : inCell(frame, place)));
            if (place != null && isFirstPlace) {
                lines.add("        " + Ansi.bold(place.text().strip()));
                isFirstPlace = false;
            }
        }
    }

    private @Nullable Place place(StackTraceElement frame) {
        String file = Objects.requireNonNullElse(frame.getFileName(), "");
        Place start = file.startsWith("#") ? snippets.get(file.substring(1)) : null;
        return start == null ? null : new Place(start.cell(), start.line() + frame.getLineNumber() - 1);
    }

    private static String inCell(StackTraceElement frame, Place place) {
        String method = frame.getMethodName();
        if (method.isEmpty() || method.startsWith("lambda$do_it$")) {
            return place.toString();
        }
        String owner = frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".";
        String name = method.startsWith("lambda$") ? method.split("\\$", -1)[1] : method;
        return owner + name + " (" + place + ")";
    }

    private static String name(JShellException error) {
        return error instanceof EvalException thrown ? thrown.getExceptionClassName() : "UnresolvedReference";
    }

    private String message(JShellException error) {
        if (error instanceof UnresolvedReferenceException unresolved) {
            String missing =
                    shell.unresolvedDependencies(unresolved.getSnippet()).collect(Collectors.joining(", "));
            return unresolved.getSnippet().name() + " was called before this was declared: " + missing;
        }
        return Objects.requireNonNullElse(error.getMessage(), "");
    }
}
