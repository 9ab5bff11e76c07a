package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Slices;
import org.sheliak.runtime.table.Utf8Source;

/// Strings of an Arrow vector, where the vector has them: those of some rows that are not null.
///
/// @param vector of one of the types Utf8 and LargeUtf8; borrowed
/// @param to the row behind the last
/// @param nulls which rows are null, counted from `from` on
record VectorStrings(FieldVector vector, int from, int to, BitSet nulls) implements Utf8Source {
    /// A run has so many rows at the most: all cores number the strings of a column.
    private static final int RUN_ROWS = 1 << 16;

    /// The values of a vector, which is borrowed as long as the strings are in use.
    ///
    /// @throws IllegalArgumentException when a string lies outside of the vector's bytes
    static List<Utf8Run> runs(FieldVector vector) {
        List<Utf8Run> runs = new ArrayList<>();
        for (int from = 0; from < vector.getValueCount(); from += RUN_ROWS) {
            int to = Math.min(from + RUN_ROWS, vector.getValueCount());
            VectorStrings strings = new VectorStrings(vector, from, to, nulls(vector, from, to));
            strings.requireWithinBytes();
            runs.add(new Utf8Run(to - from, strings.nulls, strings, null));
        }
        return runs;
    }

    static BitSet nulls(FieldVector vector, int from, int to) {
        BitSet nulls = new BitSet();
        for (int row = from; vector.getNullCount() > 0 && row < to; row++) {
            nulls.set(row - from, vector.isNull(row));
        }
        return nulls;
    }

    private void requireWithinBytes() {
        long end = 0;
        for (int row = from; row <= to; row++) {
            long offset = offset(row);
            if (offset < end || offset > vector.getDataBuffer().capacity()) {
                throw new IllegalArgumentException("a string of column \"" + vector.getName() + "\" begins at byte "
                        + offset + " of " + vector.getDataBuffer().capacity() + ", the one before it at " + end);
            }
            end = offset;
        }
    }

    /// Where the string of a row begins, and the one before it ends.
    private long offset(int row) {
        ArrowBuf offsets = vector.getOffsetBuffer();
        return vector instanceof LargeVarCharVector
                ? offsets.getLong((long) Long.BYTES * row)
                : offsets.getInt((long) Integer.BYTES * row);
    }

    @Override
    public int size() {
        return to - from - nulls.cardinality();
    }

    @Override
    public Utf8Slices slices() {
        long first = offset(from);
        byte[] bytes = new byte[Math.toIntExact(offset(to) - first)];
        vector.getDataBuffer().getBytes(first, bytes);
        Utf8Slices strings = new Utf8Slices(bytes, size());
        for (int row = from; row < to; row++) {
            if (!nulls.get(row - from)) {
                strings.add((int) (offset(row) - first), (int) (offset(row + 1) - offset(row)));
            }
        }
        return strings;
    }

    @Override
    public long sizeBytes() {
        return offset(to) - offset(from);
    }
}
