package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;

/// Puts a [StringColumn] together from strings in UTF-8, run by run. Until it is built it owns the
/// column's memory; whoever does not build it closes it.
public final class Utf8ColumnBuilder implements AutoCloseable {
    private final FixedWidthBuilder codes;
    private final Utf8Codes dictionary;

    /// A builder without any values yet.
    ///
    /// @param expectedLength how many values will come, as a hint
    /// @param isWellFormed whether all strings are known to be well-formed; in others, what is malformed
    ///     is replaced by U+FFFD
    public Utf8ColumnBuilder(int expectedLength, boolean isWellFormed, BufferAllocator allocator) {
        this.codes = FixedWidthBuilder.numbers(NumberColumn.Layout.INT32, expectedLength, allocator);
        this.dictionary = new Utf8Codes(isWellFormed);
    }

    /// The codes of strings in this column, for [#append]; the strings need not occur in it.
    public int[] codes(Utf8Slices strings) {
        int[] target = new int[strings.size()];
        strings.codes(dictionary, target);
        return target;
    }

    /// Appends strings by their codes.
    ///
    /// @param present the codes of those that are not null
    /// @param count how many strings, nulls among them
    /// @param nulls which are null
    public void append(int[] present, int count, BitSet nulls) {
        codes.append(nulls.isEmpty() ? present : spread(present, count, nulls), count, nulls);
    }

    private static int[] spread(int[] present, int count, BitSet nulls) {
        int[] rows = new int[count];
        int next = 0;
        for (int row = nulls.nextClearBit(0); row < count; row = nulls.nextClearBit(row + 1)) {
            rows[row] = present[next++];
        }
        return rows;
    }

    /// The column of some runs, which are all of its values. Its strings are numbered when a code is first asked for.
    /// Caller closes.
    public StringColumn build(List<Utf8Run> runs) {
        return build(runs, List.of());
    }

    /// The same for runs whose strings lie in vectors, which the column takes ownership of.
    public StringColumn build(List<Utf8Run> runs, List<FieldVector> vectors) {
        MemorySegment room = codes.next(runs.stream().mapToInt(Utf8Run::count).sum());
        int row = 0;
        for (Utf8Run run : runs) {
            codes.setNulls(row, run.nulls());
            row += run.count();
        }
        return new StringColumn((IntVector) codes.vector(), new DeferredCodes(runs, vectors, room));
    }

    /// Number of values so far.
    public int length() {
        return codes.length();
    }

    /// The column. Caller closes.
    public StringColumn build() {
        return new StringColumn((IntVector) codes.vector(), dictionary.strings());
    }

    /// Gives the memory up when no column was built.
    @Override
    public void close() {
        codes.close();
    }
}
