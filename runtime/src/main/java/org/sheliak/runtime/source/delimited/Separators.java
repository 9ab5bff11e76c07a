package org.sheliak.runtime.source.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds what separates fields, eight bytes at a time.
final class Separators {
    static final byte LINE_FEED = '\n';
    static final byte CARRIAGE_RETURN = '\r';
    static final byte QUOTE = '"';

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long LINE_FEEDS = LINE_FEED * EACH;
    private static final long CARRIAGE_RETURNS = CARRIAGE_RETURN * EACH;

    private final byte delimiter;
    private final long delimiters;

    /// @param delimiter a line feed where only line breaks separate
    Separators(byte delimiter) {
        this.delimiter = delimiter;
        this.delimiters = (delimiter & 0xFF) * EACH;
    }

    /// The first delimiter or line break from an index on, or `end` when there is none before it.
    int next(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long word = (long) LONG.get(bytes, at);
            long found = zeros(word ^ delimiters) | zeros(word ^ LINE_FEEDS) | zeros(word ^ CARRIAGE_RETURNS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < end && bytes[at] != delimiter && bytes[at] != LINE_FEED && bytes[at] != CARRIAGE_RETURN) {
            at++;
        }
        return at;
    }

    /// The highest bit of each byte that is zero.
    private static long zeros(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }
}
