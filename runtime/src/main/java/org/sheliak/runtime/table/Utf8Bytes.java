package org.sheliak.runtime.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Strings in UTF-8, each behind its length, in blocks of memory. A position is the number of the block
/// in its upper half, and the first byte of the string in its lower.
final class Utf8Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SMALLEST_BLOCK = 1 << 8;
    private static final int LARGEST_BLOCK = 1 << 20;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private byte[][] blocks = {new byte[SMALLEST_BLOCK]};
    private int last;
    private int used;

    static int block(long position) {
        return (int) (position >>> Integer.SIZE);
    }

    static int start(long position) {
        return (int) position;
    }

    static int length(byte[] block, int start) {
        return (int) INT.get(block, start - Integer.BYTES);
    }

    /// A hash of bytes, whose upper bits are as good as its lower.
    static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        if (length >= Long.BYTES) {
            int tail = from + length - Long.BYTES;
            for (int at = from; at < tail; at += Long.BYTES) {
                hash = mixed(hash ^ (long) LONG.get(bytes, at));
            }
            hash = mixed(hash ^ (long) LONG.get(bytes, tail));
        } else if (length >= Integer.BYTES) {
            long first = (int) INT.get(bytes, from);
            long last = (int) INT.get(bytes, from + length - Integer.BYTES);
            hash = mixed(hash ^ (first << Integer.SIZE) ^ Long.rotateLeft(last, Byte.SIZE));
        } else if (length > 0) {
            long middle = bytes[from + (length >> 1)];
            long last = bytes[from + length - 1];
            hash = mixed((hash << (3 * Byte.SIZE)) ^ bytes[from] ^ (middle << Byte.SIZE) ^ (last << (2 * Byte.SIZE)));
        }
        return (int) (hash >>> Integer.SIZE);
    }

    private static long mixed(long hash) {
        long product = hash * MULTIPLIER;
        return product ^ (product >>> Integer.SIZE);
    }

    /// The length of the string at a position.
    int length(long position) {
        return length(blocks[block(position)], start(position));
    }

    /// Whether the string at a position has these bytes.
    boolean equals(long position, byte[] bytes, int from, int length) {
        byte[] block = blocks[block(position)];
        int start = start(position);
        if (length(block, start) != length) {
            return false;
        }
        if (length < Long.BYTES) {
            return Arrays.equals(block, start, start + length, bytes, from, from + length);
        }
        int tail = length - Long.BYTES;
        for (int at = 0; at < tail; at += Long.BYTES) {
            if ((long) LONG.get(block, start + at) != (long) LONG.get(bytes, from + at)) {
                return false;
            }
        }
        return (long) LONG.get(block, start + tail) == (long) LONG.get(bytes, from + tail);
    }

    /// Copies the bytes of a string, which is short as a rule.
    static void copy(byte[] source, int from, byte[] target, int to, int length) {
        if (length >= Long.BYTES && length <= 2 * Long.BYTES) {
            int tail = length - Long.BYTES;
            LONG.set(target, to, (long) LONG.get(source, from));
            LONG.set(target, to + tail, (long) LONG.get(source, from + tail));
        } else {
            System.arraycopy(source, from, target, to, length);
        }
    }

    /// Adds a string and returns its position.
    long add(byte[] bytes, int from, int length) {
        int needed = Integer.BYTES + length;
        if (blocks[last].length - used < needed) {
            addBlock(needed);
        }
        byte[] block = blocks[last];
        int start = used + Integer.BYTES;
        INT.set(block, used, length);
        copy(bytes, from, block, start, length);
        used += needed;
        return ((long) last << Integer.SIZE) | start;
    }

    private void addBlock(int needed) {
        int size = Math.min(LARGEST_BLOCK, 2 * blocks[last].length);
        last++;
        blocks = last < blocks.length ? blocks : Arrays.copyOf(blocks, 2 * last);
        blocks[last] = new byte[Math.max(size, needed)];
        used = 0;
    }

    /// The blocks; shared, no more strings are added.
    byte[][] blocks() {
        return Arrays.copyOf(blocks, last + 1);
    }
}
