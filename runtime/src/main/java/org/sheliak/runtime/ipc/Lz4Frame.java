package org.sheliak.runtime.ipc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Decompresses an LZ4 frame. Blocks may refer to the ones before them, as those of Arrow's own writers do, which the
/// libraries at hand either reject or decode byte by byte. Checksums are not looked at.
///
/// Source: https://github.com/lz4/lz4/blob/v1.10.0/doc/lz4_Frame_format.md, lz4_Block_format.md
final class Lz4Frame {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAGIC = 0x184D2204;
    private static final int HAS_DICTIONARY_ID = 1;
    private static final int HAS_CONTENT_SIZE = 1 << 3;
    private static final int HAS_BLOCK_CHECKSUMS = 1 << 4;
    private static final int MOST_IN_TOKEN = 15;
    private static final int LEAST_MATCH = 4;
    /// How many bytes are written at a time: the content has room for as many behind its end.
    private static final int STRIDE = Long.BYTES;

    private final byte[] frame;
    private final byte[] content;
    private final int size;
    private int from;
    private int to;

    private Lz4Frame(byte[] frame, int size) {
        this.frame = frame;
        this.content = new byte[Math.addExact(size, STRIDE)];
        this.size = size;
    }

    /// The content of a frame, `size` bytes and some more.
    ///
    /// @throws IllegalArgumentException when the frame is damaged, or has another size
    static byte[] decompress(byte[] frame, int size) {
        Lz4Frame decoded = new Lz4Frame(frame, size);
        try {
            decoded.readBlocks();
        } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
            throw new IllegalArgumentException(
                    "an LZ4 frame of " + frame.length + " bytes is damaged at byte " + decoded.from, damaged);
        }
        if (decoded.to != size) {
            throw new IllegalArgumentException(
                    "an LZ4 frame has " + decoded.to + " bytes of content where " + size + " were expected");
        }
        return decoded.content;
    }

    private void readBlocks() {
        if ((int) INT.get(frame, 0) != MAGIC) {
            throw new IllegalArgumentException("an LZ4 frame does not begin as one");
        }
        int flags = frame[Integer.BYTES];
        from = Integer.BYTES + 3;
        from += (flags & HAS_CONTENT_SIZE) == 0 ? 0 : Long.BYTES;
        from += (flags & HAS_DICTIONARY_ID) == 0 ? 0 : Integer.BYTES;
        for (int header = readInt(); header != 0; header = readInt()) {
            int end = Math.addExact(from, header & Integer.MAX_VALUE);
            if (header < 0) {
                copyLiterals(end - from);
            } else {
                readSequences(end);
            }
            from += (flags & HAS_BLOCK_CHECKSUMS) == 0 ? 0 : Integer.BYTES;
        }
    }

    private int readInt() {
        int value = (int) INT.get(frame, from);
        from += Integer.BYTES;
        return value;
    }

    private void readSequences(int end) {
        while (from < end) {
            int token = Byte.toUnsignedInt(frame[from++]);
            copyLiterals(length(token >>> 4));
            if (from < end) {
                int offset = Byte.toUnsignedInt(frame[from]) | Byte.toUnsignedInt(frame[from + 1]) << Byte.SIZE;
                from += Short.BYTES;
                copyMatch(offset, length(token & MOST_IN_TOKEN) + LEAST_MATCH);
            }
        }
        if (from != end) {
            throw new IndexOutOfBoundsException(from);
        }
    }

    /// A length that a token has, and the bytes behind it if it is the most that fits.
    private int length(int inToken) {
        int length = inToken;
        int more = inToken == MOST_IN_TOKEN ? 255 : 0;
        while (more == 255) {
            more = Byte.toUnsignedInt(frame[from++]);
            length = Math.addExact(length, more);
        }
        return length;
    }

    private void copyLiterals(int length) {
        requireRoom(length);
        if (length <= STRIDE && from + STRIDE <= frame.length) {
            LONG.set(content, to, (long) LONG.get(frame, from));
        } else {
            System.arraycopy(frame, from, content, to, length);
        }
        from += length;
        to += length;
    }

    private void copyMatch(int offset, int length) {
        requireRoom(length);
        int match = to - offset;
        int end = to + length;
        if (match < 0 || offset == 0) {
            throw new IndexOutOfBoundsException(match);
        }
        if (offset >= STRIDE) {
            for (int at = to; at < end; at += STRIDE, match += STRIDE) {
                LONG.set(content, at, (long) LONG.get(content, match));
            }
        } else {
            for (int at = to; at < end; at++, match++) {
                content[at] = content[match];
            }
        }
        to = end;
    }

    private void requireRoom(int length) {
        if (length < 0 || length > size - to) {
            throw new IndexOutOfBoundsException(length);
        }
    }
}
