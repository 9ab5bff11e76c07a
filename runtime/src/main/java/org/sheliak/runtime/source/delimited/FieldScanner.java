package org.sheliak.runtime.source.delimited;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.table.Utf8Text;

/// Splits a text into fields from the start of a line on, exactly as d3 does, which takes any text: a
/// quote that is not closed reaches to the end, and one character between a closing quote and the next
/// field is dropped, whatever it is.
///
/// Source: `parseRows` of d3-dsv/src/dsv.js @ v3.0.1.
final class FieldScanner {
    private static final int NOTHING = -1;
    /// Bytes of a character of two UTF-16 units.
    private static final int LONGEST_CHARACTER = 4;

    private final DelimitedText text;
    private final Separators separators;
    /// Where in the text the buffer starts, and how many bytes of it may be loaded.
    private final long base;
    private final long mostBytes;
    private byte[] buffer;
    private int loaded;
    /// Of the loaded bytes, those before the end of the text.
    private int available;
    private int position;
    private boolean endsText;
    private int fieldStart;
    private int fieldLength;

    /// @param start of a line
    /// @param expected how many bytes will be scanned, as a hint
    /// @param mostBytes where more are needed, [#next] fails with [TooFarException]
    FieldScanner(DelimitedText text, long start, int expected, long mostBytes) throws IOException {
        this.text = text;
        this.separators = new Separators(text.delimiter());
        this.base = start;
        this.mostBytes = mostBytes;
        this.buffer = new byte[Math.clamp(text.bytes().size() - start, 0, expected)];
        this.endsText = text.bytes().size() == 0;
        load();
    }

    /// A part was scanned as far as it may be. It most likely began within quotes.
    static final class TooFarException extends IOException {
        TooFarException() {
            super("has a field that is too long");
        }
    }

    /// A character was dropped that is not ASCII: only a text that is well-formed tells how long it is.
    static final class NotWellFormedException extends IOException {
        NotWellFormedException() {
            super("is not well-formed");
        }
    }

    /// Where in the text the next line starts.
    long position() {
        return base + position;
    }

    /// Whether no line follows.
    boolean endsText() {
        return endsText;
    }

    /// The bytes that fields lie in; another array after the next field.
    byte[] bytes() {
        return buffer;
    }

    /// Of the last field, without quotes: the index of its first byte.
    int fieldStart() {
        return fieldStart;
    }

    /// Of the last field, without quotes: how many bytes it has.
    int fieldLength() {
        return fieldLength;
    }

    /// The fields of the next line.
    List<String> line() throws IOException {
        List<String> fields = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = next();
            fields.add(Utf8Text.decode(
                    buffer, fieldStart, fieldLength, text.bytes().isWellFormed()));
        }
        return fields;
    }

    /// Reads the next field, and returns whether the line has another.
    boolean next() throws IOException {
        if (peek(position) == Separators.QUOTE) {
            return quoted();
        }
        fieldStart = position;
        int at = separators.next(buffer, position, available);
        while (at == available && load()) {
            at = separators.next(buffer, at, available);
        }
        fieldLength = at - position;
        position = at;
        if (at == available) {
            endsText = true;
            return false;
        }
        return goesOn(buffer[position++]);
    }

    /// Whether the line goes on after a byte that was read; a line feed after a carriage return goes with
    /// it.
    private boolean goesOn(byte separator) throws IOException {
        if (separator != Separators.LINE_FEED && separator != Separators.CARRIAGE_RETURN) {
            if (separator == DelimitedText.MARK) {
                position += text.delimiterBytes() - 1;
                peek(position - 1);
            }
            return true;
        }
        if (separator == Separators.CARRIAGE_RETURN && peek(position) == Separators.LINE_FEED) {
            position++;
        }
        return false;
    }

    private boolean quoted() throws IOException {
        fieldStart = position + 1;
        int doubled = 0;
        int at = quote(fieldStart);
        while (at < available && peek(at + 1) == Separators.QUOTE) {
            doubled++;
            at = quote(at + 2);
        }
        boolean isClosed = at < available;
        // A line break at the very end of the text belongs to a field that nothing closes.
        int end = isClosed || peek(at) == NOTHING ? at : at + 1;
        fieldLength = end - fieldStart;
        if (doubled > 0) {
            unescape(end);
        }
        if (text.delimiter() == DelimitedText.MARK) {
            unmark();
        }
        position = at + 1;
        if (!isClosed || (position >= available && !load())) {
            endsText = true;
            return false;
        }
        return afterQuote();
    }

    /// The first quote from an index on, or the end of the text.
    private int quote(int from) throws IOException {
        int at = from;
        while (at < available || load()) {
            if (buffer[at] == Separators.QUOTE) {
                return at;
            }
            at++;
        }
        return available;
    }

    /// Drops a character, whatever it is, and returns whether the line goes on after it.
    private boolean afterQuote() throws IOException {
        byte dropped = buffer[position];
        if (dropped >= 0 || dropped == text.delimiter()) {
            position++;
            return goesOn(dropped);
        }
        if (!text.bytes().isWellFormed()) {
            throw new NotWellFormedException();
        }
        peek(position + LONGEST_CHARACTER);
        int length = Utf8Text.characterLength(dropped);
        if (length == LONGEST_CHARACTER) {
            // The second of its two UTF-16 units stays.
            String character = Utf8Text.decode(buffer, position, length, true);
            byte[] second = Utf8Text.encode(character.substring(1));
            System.arraycopy(second, 0, buffer, position + length - second.length, second.length);
            position += length - second.length;
        } else {
            position += length;
        }
        return true;
    }

    /// Leaves out the second quote of each pair in the field.
    private void unescape(int end) {
        int target = fieldStart;
        for (int source = fieldStart; source < end; source++) {
            buffer[target++] = buffer[source];
            source += buffer[source] == Separators.QUOTE ? 1 : 0;
        }
        fieldLength = target - fieldStart;
    }

    /// Leaves out the marks of delimiters in the field, the last step: halves of a character may have
    /// met.
    private void unmark() {
        int target = fieldStart;
        for (int source = fieldStart; source < fieldStart + fieldLength; source++) {
            if (buffer[source] != DelimitedText.MARK) {
                buffer[target++] = buffer[source];
            }
        }
        byte[] joined = Utf8Text.encode(Utf8Text.decode(buffer, fieldStart, target - fieldStart, true));
        System.arraycopy(joined, 0, buffer, fieldStart, joined.length);
        fieldLength = joined.length;
    }

    /// The byte at an index, whether it lies before the end of the text or behind, or [#NOTHING].
    private int peek(int index) throws IOException {
        while (index >= loaded && base + loaded < text.bytes().size()) {
            load();
        }
        return index < loaded ? buffer[index] & 0xFF : NOTHING;
    }

    /// Loads more, and returns whether the text went on.
    private boolean load() throws IOException {
        long left = text.bytes().size() - base - loaded;
        if (left > 0) {
            if (loaded == buffer.length) {
                if (loaded >= mostBytes) {
                    throw new TooFarException();
                }
                buffer = Arrays.copyOf(buffer, (int)
                        Math.min(loaded + Math.min(left, Math.max(16, loaded)), Integer.MAX_VALUE - 16));
            }
            int count = (int) Math.min(left, buffer.length - loaded);
            if (count == 0) {
                throw new IOException("has a field of more than " + loaded + " bytes");
            }
            text.bytes().read(base + loaded, buffer, loaded, count);
            loaded += count;
        }
        int before = available;
        available = (int) Math.min(loaded, text.end() - base);
        return available > before;
    }
}
