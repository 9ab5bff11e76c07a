package org.sheliak.runtime.ipc;

import java.util.BitSet;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseVariableWidthViewVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.sheliak.runtime.table.Utf8Slices;
import org.sheliak.runtime.table.Utf8Source;

/// Strings of an Arrow vector of views, where the vector has them: those of some rows that are not null.
///
/// Source: https://arrow.apache.org/docs/format/Columnar.html#variable-size-binary-view-layout
///
/// @param vector borrowed
/// @param to the row behind the last
/// @param nulls which rows are null, counted from `from` on
record ViewStrings(ViewVarCharVector vector, int from, int to, BitSet nulls) implements Utf8Source {
    private static final int BUFFER_NUMBER = 2 * Integer.BYTES;
    private static final int OFFSET = 3 * Integer.BYTES;

    /// @throws IllegalArgumentException when a string lies outside of the vector's bytes
    ViewStrings {
        for (int row = from; row < to; row++) {
            if (!nulls.get(row - from)) {
                requireWithinBytes(vector, row);
            }
        }
    }

    private static void requireWithinBytes(ViewVarCharVector vector, int row) {
        int length = vector.getValueLength(row);
        if (length >= 0 && length <= BaseVariableWidthViewVector.INLINE_SIZE) {
            return;
        }
        long view = (long) BaseVariableWidthViewVector.ELEMENT_SIZE * row;
        int number = vector.getDataBuffer().getInt(view + BUFFER_NUMBER);
        int offset = vector.getDataBuffer().getInt(view + OFFSET);
        ArrowBuf bytes = number >= 0 && number < vector.getDataBuffers().size()
                ? vector.getDataBuffers().get(number)
                : vector.getAllocator().getEmpty();
        if (length < 0 || offset < 0 || (long) offset + length > bytes.capacity()) {
            throw new IllegalArgumentException("a string of column \"" + vector.getName() + "\" has " + length
                    + " bytes from byte " + offset + " on of " + bytes.capacity());
        }
    }

    @Override
    public int size() {
        return to - from - nulls.cardinality();
    }

    @Override
    public Utf8Slices slices() {
        byte[] bytes = new byte[Math.toIntExact(sizeBytes())];
        Utf8Slices strings = new Utf8Slices(bytes, size());
        int start = 0;
        for (int row = from; row < to; row++) {
            if (!nulls.get(row - from)) {
                byte[] string = vector.get(row);
                System.arraycopy(string, 0, bytes, start, string.length);
                strings.add(start, string.length);
                start += string.length;
            }
        }
        return strings;
    }

    @Override
    public long sizeBytes() {
        long bytes = 0;
        for (int row = from; row < to; row++) {
            bytes += nulls.get(row - from) ? 0 : vector.getValueLength(row);
        }
        return bytes;
    }
}
