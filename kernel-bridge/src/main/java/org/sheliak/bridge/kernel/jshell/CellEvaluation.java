package org.sheliak.bridge.kernel.jshell;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.kernel.KernelBackend.CellResult;
import org.sheliak.bridge.kernel.KernelBackend.Failure;
import org.sheliak.bridge.kernel.KernelBackend.Success;
import org.sheliak.bridge.kernel.ValueRenderer;
import org.sheliak.bridge.kernel.jshell.CellSource.Place;
import org.sheliak.bridge.protocol.IopubContent;

/// One run of one cell: its snippets one after the other, until the first that fails.
final class CellEvaluation {
    private static final Set<SubKind> RESULTS = EnumSet.of(
            SubKind.TEMP_VAR_EXPRESSION_SUBKIND, SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND);

    private final JShell shell;
    private final CellExecutionControl control;
    private final ValueRenderer renderer;
    private final Map<String, Place> places;
    private final CellSource cell;
    private final RuntimeErrors runtimeErrors;
    private final Set<DeclarationSnippet> unresolved = new LinkedHashSet<>();
    private @Nullable Object value;
    private boolean hasValue;

    /// @param places where each snippet of every cell begins, by its id; this run adds its own
    CellEvaluation(
            JShell shell,
            CellExecutionControl control,
            ValueRenderer renderer,
            Map<String, Place> places,
            CellSource cell) {
        this.shell = shell;
        this.control = control;
        this.renderer = renderer;
        this.places = places;
        this.cell = cell;
        this.runtimeErrors = new RuntimeErrors(shell, places);
    }

    /// The caller holds the compiler.
    CellResult run() {
        if (cell.code().stripLeading().startsWith("%")) {
            String message = "magics such as %maven are not supported: a cell is plain Java";
            return new Failure(CompileErrors.of(cell.placeOf(cell.code().indexOf('%')), message));
        }
        int offset = cell.nextCode(0);
        while (offset < cell.code().length()) {
            String rest = cell.code().substring(offset);
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean isWhole = info.completeness().isComplete();
            Optional<IopubContent.CellError> error = evaluate(isWhole ? info.source() : rest, offset);
            if (error.isPresent()) {
                return new Failure(error.get());
            }
            int left = isWhole ? info.remaining().length() : 0;
            offset = cell.nextCode(cell.code().length() - left);
        }
        warnOfUnresolved();
        return hasValue ? rendered() : new Success(null);
    }

    private Optional<IopubContent.CellError> evaluate(String source, int offset) {
        control.forget();
        hasValue = false;
        for (SnippetEvent event : shell.eval(source)) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                continue;
            }
            places.put(snippet.id(), cell.placeOf(offset));
            JShellException exception = event.exception();
            if (exception != null) {
                return Optional.of(runtimeErrors.of(exception, control.thrown()));
            }
            if (event.status() == Status.REJECTED) {
                return Optional.of(CompileErrors.of(
                        cell, offset, shell.diagnostics(snippet).toList()));
            }
            if (snippet instanceof DeclarationSnippet declaration && event.status() != Status.VALID) {
                unresolved.add(declaration);
            }
            hasValue = RESULTS.contains(snippet.subKind()) && !CellSource.endsWithSemicolon(source);
            value = control.value();
        }
        return Optional.empty();
    }

    private CellResult rendered() {
        try {
            return new Success(control.runUserCode(() -> renderer.render(value)));
        } catch (Exception | Error e) {
            return new Failure(RuntimeErrors.ofRendering(e));
        }
    }

    /// Java allows a method to name what is declared later; a person who mistyped a name wants to know at once.
    private void warnOfUnresolved() {
        for (DeclarationSnippet declaration : unresolved) {
            List<String> missing = shell.unresolvedDependencies(declaration).toList();
            if (!missing.isEmpty() && shell.status(declaration) != Status.VALID) {
                System.err.println(declaration.name() + " cannot be used until this is declared: "
                        + missing.stream().collect(Collectors.joining(", ")));
            }
        }
    }
}
