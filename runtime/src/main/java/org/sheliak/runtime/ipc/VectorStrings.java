package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
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
            BitSet nulls = nulls(vector, from, to);
            Utf8Source strings = vector instanceof ViewVarCharVector views
                    ? new ViewStrings(views, from, to, nulls)
                    : new VectorStrings(vector, from, to, nulls);
            runs.add(new Utf8Run(to - from, nulls, strings, null));
        }
        return runs;
    }

    /// Which of some rows are null, counted from `from` on.
    static BitSet nulls(FieldVector vector, int from, int to) {
        BitSet nulls = new BitSet();
        for (int row = from; row < to; row++) {
            if (vector.isNull(row)) {
                nulls.set(row - from);
            }
        }
        return nulls;
    }

    /// @throws IllegalArgumentException when a string lies outside of the vector's bytes
    VectorStrings {
        long end = 0;
        for (int row = from; row <= to; row++) {
            long offset = offset(vector, row);
            if (offset < end || offset > vector.getDataBuffer().capacity()) {
                throw new IllegalArgumentException("a string of column \"" + vector.getName() + "\" begins at byte "
                        + offset + " of " + vector.getDataBuffer().capacity() + ", the one before it at " + end);
            }
            end = offset;
        }
    }

    /// Where the string of a row begins, and the one before it ends.
    private static long offset(FieldVector vector, int row) {
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
        long first = offset(vector, from);
        byte[] bytes = new byte[Math.toIntExact(offset(vector, to) - first)];
        vector.getDataBuffer().getBytes(first, bytes);
        Utf8Slices strings = new Utf8Slices(bytes, size());
        for (int row = from; row < to; row++) {
            if (!nulls.get(row - from)) {
                long start = offset(vector, row);
                strings.add((int) (start - first), (int) (offset(vector, row + 1) - start));
            }
        }
        return strings;
    }

    @Override
    public long sizeBytes() {
        return offset(vector, to) - offset(vector, from);
    }
}
