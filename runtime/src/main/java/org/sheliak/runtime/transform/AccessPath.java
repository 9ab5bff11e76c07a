package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Splits a field reference (`a.b`, `a[0]`, `['a.b']`, `a\.b`) into the names that it goes through.
///
/// Source: vega-util/src/splitAccessPath.ts @ v6.4.0.
final class AccessPath {
    /// Outside of brackets.
    private static final int OUTSIDE = 0;
    /// In brackets, after the closing quote.
    private static final int QUOTED = -1;

    private final String text;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int start;
    private int at;
    /// Where the text in brackets begins, or [#OUTSIDE] or [#QUOTED].
    private int bracket = OUTSIDE;
    private char quote;

    private AccessPath(String text) {
        this.text = text;
    }

    /// The names, outermost first.
    ///
    /// @throws SheliakException SPEC_INVALID when a bracket or quote has no partner
    static List<String> split(String text) {
        return new AccessPath(text).split();
    }

    private List<String> split() {
        for (; at < text.length(); at++) {
            step(text.charAt(at));
        }
        require(bracket == OUTSIDE, "closing bracket");
        require(quote == 0, "closing quote");
        if (at > start) {
            push();
        }
        return List.copyOf(names);
    }

    private void step(char character) {
        if (character == '\\') {
            pending.append(text, start, at++);
            start = at;
        } else if (quote != 0) {
            if (character == quote) {
                push();
                quote = 0;
                bracket = QUOTED;
            }
        } else if (start == bracket && (character == '"' || character == '\'')) {
            start = at + 1;
            quote = character;
        } else if (character == '.' && bracket == OUTSIDE) {
            pushUnlessEmpty();
        } else if (character == '[') {
            pushUnlessEmpty();
            bracket = start = at + 1;
        } else if (character == ']') {
            closeBracket();
        }
    }

    private void closeBracket() {
        require(bracket != OUTSIDE, "open bracket");
        if (bracket > 0) {
            push();
        }
        bracket = OUTSIDE;
        start = at + 1;
    }

    private void pushUnlessEmpty() {
        if (at > start) {
            push();
        } else {
            start = at + 1;
        }
    }

    private void push() {
        names.add(pending.append(text, Math.min(start, text.length()), Math.min(at, text.length()))
                .toString());
        pending.setLength(0);
        start = at + 1;
    }

    private void require(boolean holds, String missing) {
        if (!holds) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "the field \"" + text + "\" is missing its " + missing);
        }
    }
}
