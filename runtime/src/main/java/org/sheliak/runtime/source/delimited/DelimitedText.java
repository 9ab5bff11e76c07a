package org.sheliak.runtime.source.delimited;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.sheliak.runtime.table.Utf8Text;

/// A text and what separates its fields.
///
/// @param end where it ends, without the line break that it may end with; `bytes` may go on
/// @param delimiter the byte between fields; a line feed for none
/// @param delimiterBytes how many bytes a delimiter has
record DelimitedText(TextBytes bytes, long end, byte delimiter, int delimiterBytes) {
    /// Stands before each delimiter that is not one byte; in no text.
    static final byte MARK = (byte) 0xFF;

    /// @param delimiter its first UTF-16 unit separates; empty for none
    static DelimitedText of(TextBytes bytes, String delimiter) throws IOException {
        char unit = delimiter.isEmpty() ? (char) Separators.LINE_FEED : delimiter.charAt(0);
        return unit < 0x80 ? new DelimitedText(bytes, end(bytes), (byte) unit, 1) : marked(bytes.text(), unit);
    }

    /// The text with each delimiter marked.
    private static DelimitedText marked(String text, char delimiter) throws IOException {
        byte[] encoded = Utf8Text.encode(String.valueOf(delimiter));
        ByteArrayOutputStream marked = new ByteArrayOutputStream(text.length());
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            marked.writeBytes(Utf8Text.encode(text.substring(start, at)));
            marked.write(MARK);
            marked.writeBytes(encoded);
            start = at + 1;
        }
        marked.writeBytes(Utf8Text.encode(text.substring(start)));
        TextBytes bytes = new TextBytes.InMemory(marked.toByteArray());
        return new DelimitedText(bytes, end(bytes), MARK, 1 + encoded.length);
    }

    /// The same, well-formed.
    DelimitedText wellFormed() throws IOException {
        TextBytes copy = new TextBytes.InMemory(bytes.text());
        return new DelimitedText(copy, end(copy), delimiter, delimiterBytes);
    }

    private static long end(TextBytes bytes) throws IOException {
        long size = bytes.size();
        byte[] last = new byte[(int) Math.min(2, size)];
        bytes.read(size - last.length, last, 0, last.length);
        int left = last.length;
        left -= left > 0 && last[left - 1] == Separators.LINE_FEED ? 1 : 0;
        left -= left > 0 && last[left - 1] == Separators.CARRIAGE_RETURN ? 1 : 0;
        return size - last.length + left;
    }
}
