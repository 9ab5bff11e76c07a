package org.sheliak.bridge.kernel.jshell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.sheliak.bridge.kernel.KernelBackend.Completeness;
import org.sheliak.bridge.kernel.KernelBackend.Completion;

/// Answers questions about code that is not run. The caller holds the compiler.
final class CodeAnalysis {
    private final SourceCodeAnalysis analysis;

    CodeAnalysis(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Completeness isComplete(String code) {
        String rest = code;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return Completeness.COMPLETE;
                }
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return Completeness.INCOMPLETE;
                }
                case UNKNOWN -> {
                    return Completeness.INVALID;
                }
                case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
            }
        }
    }

    /// Names declared earlier in the same cell are proposed too where they are local variables of a block.
    Completion complete(String code, int cursor) {
        int start = snippetStart(code, cursor);
        Completion completion = complete("", code.substring(start, cursor), start);
        if (!completion.matches().isEmpty() || start == 0) {
            return completion;
        }
        return complete("{", code.substring(0, cursor), 0);
    }

    private Completion complete(String prefix, String code, int offset) {
        int[] anchor = {0};
        List<Suggestion> suggestions =
                analysis.completionSuggestions(prefix + code, prefix.length() + code.length(), anchor);
        boolean hasBest = suggestions.stream().anyMatch(Suggestion::matchesType);
        List<String> matches = suggestions.stream()
                .sorted((left, right) -> hasBest ? Boolean.compare(right.matchesType(), left.matchesType()) : 0)
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new Completion(matches, offset + anchor[0] - prefix.length(), offset + code.length());
    }

    Optional<String> inspect(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = snippetStart(code, end);
        String snippet = code.substring(start, end);
        List<Documentation> found = analysis.documentation(snippet, snippet.length(), true);
        if (found.isEmpty()) {
            String call = snippet + "(";
            found = analysis.documentation(call, call.length(), true);
        }
        if (found.isEmpty()) {
            return Optional.ofNullable(analysis.analyzeType(snippet, snippet.length()));
        }
        return Optional.of(found.stream().map(CodeAnalysis::text).distinct().collect(Collectors.joining("\n\n")));
    }

    private static String text(Documentation documentation) {
        String comment = documentation.javadoc();
        return comment == null ? documentation.signature() : documentation.signature() + "\n" + comment.strip();
    }

    /// Where the snippet that holds the cursor begins.
    private int snippetStart(String code, int cursor) {
        int start = 0;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(code.substring(start, cursor));
            String rest = info.remaining();
            if (!info.completeness().isComplete() || rest.isBlank()) {
                return start;
            }
            start = cursor - rest.length();
        }
    }
}
