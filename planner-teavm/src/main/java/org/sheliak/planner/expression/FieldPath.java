package org.sheliak.planner.expression;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// A field of a row as transforms name it: the keys to follow from the row on. `a.b`, `a[0]`, `a\.b` (one key with a
/// dot in it) and `a['x.y']` are the ways to write them; no keys at all mean the row itself.
///
/// Source: vega-util/src/splitAccessPath.ts @ v6.4.0.
public record FieldPath(List<String> segments) {
    public FieldPath {
        segments = List.copyOf(segments);
    }

    /// Splits an access path.
    ///
    /// @throws SheliakException SPEC_INVALID for a bracket or quote that is not closed or not opened
    public static FieldPath parse(String path) {
        return new FieldPath(new Splitter(path).split());
    }

    /// An access path that [#parse] splits into the same segments.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty()) {
                text.append("['']");
            } else if (!text.isEmpty() && isIndex(segment)) {
                text.append('[').append(segment).append(']');
            } else {
                appendEscaped(text.isEmpty() ? text : text.append('.'), segment);
            }
        }
        return text.toString();
    }

    private static boolean isIndex(String segment) {
        return segment.chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }

    private static void appendEscaped(StringBuilder text, String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char unit = segment.charAt(i);
            if ("\\.[]'\"".indexOf(unit) >= 0) {
                text.append('\\');
            }
            text.append(unit);
        }
    }

    private static final class Splitter {
        private static final int NO_BRACKET = 0;
        private static final int QUOTED_BRACKET = -1;
        private static final char NO_QUOTE = 0;

        private final String path;
        private final List<String> segments = new ArrayList<>();
        /// What escapes have settled of the current segment; the rest of it begins at `start`.
        private String settled = "";

        private int start;
        private int index;
        private char quote = NO_QUOTE;
        /// Offset of the first character in the open bracket, or one of the two constants.
        private int bracket = NO_BRACKET;

        Splitter(String path) {
            this.path = path;
        }

        List<String> split() {
            for (index = 0; index < path.length(); index++) {
                char unit = path.charAt(index);
                if (unit == '\\') {
                    settled += path.substring(start, index);
                    start = ++index;
                } else if (quote != NO_QUOTE) {
                    endQuote(unit);
                } else {
                    splitAt(unit);
                }
            }
            if (quote != NO_QUOTE) {
                throw error("has a quote that is not closed");
            }
            if (bracket != NO_BRACKET) {
                throw error("has a '[' without its ']'");
            }
            if (index > start) {
                push();
            }
            return segments;
        }

        private void endQuote(char unit) {
            if (unit == quote) {
                push();
                quote = NO_QUOTE;
                bracket = QUOTED_BRACKET;
            }
        }

        private void splitAt(char unit) {
            // A quote opens wherever no separator came before it, as in Vega: the text in front of it is dropped.
            if ((unit == '"' || unit == '\'') && start == bracket) {
                start = index + 1;
                quote = unit;
            } else if (unit == '.' && bracket == NO_BRACKET) {
                pushUnlessEmpty();
            } else if (unit == '[') {
                if (index > start) {
                    push();
                }
                start = index + 1;
                bracket = start;
            } else if (unit == ']') {
                closeBracket();
            }
        }

        private void closeBracket() {
            if (bracket == NO_BRACKET) {
                throw error("has a ']' without its '['");
            }
            if (bracket != QUOTED_BRACKET) {
                push();
            }
            bracket = NO_BRACKET;
            start = index + 1;
        }

        private void pushUnlessEmpty() {
            if (index > start) {
                push();
            } else {
                start = index + 1;
            }
        }

        private void push() {
            int end = Math.min(index, path.length());
            segments.add(settled + path.substring(Math.min(start, end), end));
            settled = "";
            start = index + 1;
        }

        private SheliakException error(String problem) {
            return new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "the field \"" + path + "\" " + problem);
        }
    }
}
