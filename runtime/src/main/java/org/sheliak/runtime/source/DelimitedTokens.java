package org.sheliak.runtime.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits delimiter-separated text into lines of fields exactly as d3 does, which takes any text: a quote that is not
/// closed reaches to the end, and one character between a closing quote and the next field is dropped, whatever it is.
///
/// Source: `parseRows` of d3-dsv/src/dsv.js @ v3.0.1.
final class DelimitedTokens {
    private static final int BUFFER_SIZE = 1 << 16;
    /// How far [#isEnd] looks ahead.
    private static final int LOOKAHEAD = 3;
    private static final int NOTHING = -1;
    private static final char QUOTE = '"';

    /// The texts that are still to be read, one after the other.
    private final Deque<Reader> texts;
    private final int delimiter;
    private final char[] buffer = new char[BUFFER_SIZE];
    private final StringBuilder field = new StringBuilder();
    private int position;
    private int limit;
    /// Whether the last field was the last one of its line, or of the text.
    private boolean endsLine;
    private boolean endsText;

    /// @param texts read as one text; borrowed
    /// @param delimiter its first UTF-16 unit separates; empty for none
    DelimitedTokens(List<Reader> texts, String delimiter) throws IOException {
        this.texts = new ArrayDeque<>(texts);
        this.delimiter = delimiter.isEmpty() ? NOTHING : delimiter.charAt(0);
        this.endsText = peek(0) == NOTHING;
    }

    /// The fields of the next line, or `null` behind the last one.
    @Nullable
    List<String> nextLine() throws IOException {
        if (endsText) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        do {
            fields.add(nextField());
        } while (!endsLine && !endsText);
        endsLine = false;
        return fields;
    }

    private String nextField() throws IOException {
        field.setLength(0);
        if (peek(0) == QUOTE) {
            quoted();
        } else {
            plain();
        }
        return field.toString();
    }

    private void plain() throws IOException {
        while (!isEnd()) {
            char character = buffer[position++];
            if (endLine(character) || character == delimiter) {
                return;
            }
            field.append(character);
        }
        endsText = true;
    }

    /// A line break at the very end of the text belongs to a quoted field that nothing closes.
    private void quoted() throws IOException {
        position++;
        while (!isEnd()) {
            char character = buffer[position++];
            if (character == QUOTE) {
                if (peek(0) != QUOTE) {
                    closeQuote();
                    return;
                }
                position++;
            }
            field.append(character);
        }
        if (peek(0) != NOTHING) {
            field.append(buffer[position]);
        }
        endsText = true;
    }

    private void closeQuote() throws IOException {
        if (isEnd()) {
            endsText = true;
        } else {
            endLine(buffer[position++]);
        }
    }

    /// Whether a character that was read ends the line; a line feed after a carriage return goes with it.
    private boolean endLine(char character) throws IOException {
        if (character != '\n' && character != '\r') {
            return false;
        }
        if (character == '\r' && peek(0) == '\n') {
            position++;
        }
        endsLine = true;
        return true;
    }

    /// Whether nothing is left but the line break that a text may end with.
    private boolean isEnd() throws IOException {
        if (limit - position > LOOKAHEAD) {
            return false;
        }
        int first = peek(0);
        return first == NOTHING
                || (first == '\n' && peek(1) == NOTHING)
                || (first == '\r' && (peek(1) == NOTHING || (peek(1) == '\n' && peek(2) == NOTHING)));
    }

    private int peek(int ahead) throws IOException {
        if (limit - position <= ahead && !texts.isEmpty()) {
            fill();
        }
        return limit - position <= ahead ? NOTHING : buffer[position + ahead];
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < LOOKAHEAD && !texts.isEmpty()) {
            int count = texts.getFirst().read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                texts.removeFirst();
            } else {
                limit += count;
            }
        }
    }
}
