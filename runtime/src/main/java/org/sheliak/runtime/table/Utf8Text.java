package org.sheliak.runtime.table;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Strings as UTF-8 and back, every string of JavaScript's: a surrogate that stands alone has three bytes
/// of its own, as any other character of its size.
///
/// Source: https://wtf-8.codeberg.page (WTF-8).
public final class Utf8Text {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] REPLACEMENT_BYTES = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};
    /// The first byte of a surrogate, and the least value of its second.
    private static final byte SURROGATE_LEAD = (byte) 0xED;
    private static final int SURROGATE_SECOND = 0xA0;
    private static final int SURROGATE_BYTES = 3;

    private Utf8Text() {}

    /// The bytes of a text.
    public static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Each that cannot be encoded became a question mark.
        boolean isAll = !contains(bytes, (byte) '?') || new String(bytes, StandardCharsets.UTF_8).equals(text);
        return isAll ? bytes : encodeEach(text);
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    private static byte[] encodeEach(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(SURROGATE_BYTES * text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | (point >> 12));
                bytes.write(0x80 | ((point >> 6) & 0x3F));
                bytes.write(0x80 | (point & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /// The text of bytes that may have been malformed.
    ///
    /// @param isWellFormed whether they are known not to be; else, what is malformed reads as U+FFFD
    public static String decode(byte[] bytes, int from, int length, boolean isWellFormed) {
        byte[] repaired = isWellFormed ? null : repaired(bytes, from, length);
        return repaired == null ? decode(bytes, from, length) : decode(repaired, 0, repaired.length);
    }

    /// The text of bytes that are well-formed.
    static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) >= 0 && firstSurrogate(bytes, from, from + length) >= 0
                ? decodeSurrogates(bytes, from, from + length)
                : text;
    }

    private static String decodeSurrogates(byte[] bytes, int from, int end) {
        StringBuilder text = new StringBuilder(end - from);
        int start = from;
        for (int at = firstSurrogate(bytes, start, end); at >= 0; at = firstSurrogate(bytes, start, end)) {
            text.append(new String(bytes, start, at - start, StandardCharsets.UTF_8));
            text.append((char) (0xD000 | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)));
            start = at + SURROGATE_BYTES;
        }
        return text.append(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                .toString();
    }

    private static int firstSurrogate(byte[] bytes, int from, int end) {
        for (int at = from; at + SURROGATE_BYTES <= end; at++) {
            if (bytes[at] == SURROGATE_LEAD && (bytes[at + 1] & 0xFF) >= SURROGATE_SECOND) {
                return at;
            }
        }
        return -1;
    }

    /// Whether all bytes are ASCII.
    static boolean isAscii(byte[] bytes, int from, int length) {
        int at = from;
        for (; at <= from + length - Long.BYTES; at += Long.BYTES) {
            if (((long) LONG.get(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < from + length; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /// The bytes with all that is malformed in them, single surrogates too, replaced by U+FFFD as
    /// browsers do it; `null` when nothing is.
    static byte @Nullable [] repaired(byte[] bytes, int from, int length) {
        byte[] decoded = new String(bytes, from, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(decoded, 0, decoded.length, bytes, from, from + length)) {
            return null;
        }
        ByteArrayOutputStream repaired = new ByteArrayOutputStream(SURROGATE_BYTES * length);
        int end = from + length;
        for (int start = from; start < end; ) {
            int next = characterEnd(bytes, start, end);
            if (next > 0) {
                repaired.write(bytes, start, next - start);
            } else {
                repaired.writeBytes(REPLACEMENT_BYTES);
            }
            start = Math.abs(next);
        }
        return repaired.toByteArray();
    }

    /// How many bytes a character has that starts with this one.
    public static int characterLength(byte lead) {
        int bits = lead & 0xFF;
        return bits < 0xC0 ? 1 : bits < 0xE0 ? 2 : bits < 0xF0 ? 3 : 4;
    }

    /// Where the character ends that starts at an index; the negative end of what is one malformed
    /// sequence.
    ///
    /// Source: https://encoding.spec.whatwg.org/#utf-8-decoder
    private static int characterEnd(byte[] bytes, int start, int end) {
        int lead = bytes[start] & 0xFF;
        if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4) {
            return -(start + 1);
        }
        int more = characterLength(bytes[start]) - 1;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int at = start + 1;
        for (; at <= start + more; at++) {
            if (at == end || (bytes[at] & 0xFF) < least || (bytes[at] & 0xFF) > most) {
                return -at;
            }
            least = 0x80;
            most = 0xBF;
        }
        return at;
    }
}
