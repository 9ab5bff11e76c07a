package org.sheliak.runtime.table;

import java.util.AbstractList;
import java.util.RandomAccess;

/// Strings as they stand in UTF-8, one behind the other: a [String] is made of one when it is first asked
/// for. A column of a million different strings is loaded without making any. May be read by several
/// threads.
final class Utf8Strings extends AbstractList<String> implements RandomAccess {
    private final byte[][] blocks;
    private final long[] positions;
    private final int size;
    /// What was asked for so far. Two threads may both make a string; either is as good.
    private final String[] made;

    /// Takes ownership of the arrays.
    ///
    /// @param positions of each string, as [Utf8Bytes] gives them, for the first `size`
    Utf8Strings(byte[][] blocks, long[] positions, int size) {
        this.blocks = blocks;
        this.positions = positions;
        this.size = size;
        this.made = new String[size];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int index) {
        String known = made[index];
        if (known == null) {
            known = make(positions[index]);
            made[index] = known;
        }
        return known;
    }

    private String make(long position) {
        byte[] block = blocks[Utf8Bytes.block(position)];
        int start = Utf8Bytes.start(position);
        return Utf8Text.decode(block, start, Utf8Bytes.length(block, start));
    }

    /// Bytes held once every string has been made.
    long sizeBytes() {
        long bytes = (long) size * (Long.BYTES + Long.BYTES);
        for (byte[] block : blocks) {
            bytes += 2L * block.length;
        }
        return bytes;
    }
}
