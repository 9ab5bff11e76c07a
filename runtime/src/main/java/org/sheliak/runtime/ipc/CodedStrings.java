package org.sheliak.runtime.ipc;

import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;

/// Strings by their codes in a dictionary, which is looked at once as long as it stays the same.
final class CodedStrings implements FieldColumnBuilder {
    private static final int NULL = -1;

    private final DictionaryEncoding encoding;
    private final DictionaryProvider dictionaries;
    private final Utf8ColumnBuilder builder;
    /// A second owner of the dictionary seen last: another one cannot lie where it does.
    private @Nullable FieldVector known;

    /// For each of its strings the column's code.
    private int[] columnCodes = {};

    CodedStrings(DictionaryEncoding encoding, DictionaryProvider dictionaries, BufferAllocator allocator) {
        this.encoding = encoding;
        this.dictionaries = dictionaries;
        this.builder = new Utf8ColumnBuilder(0, false, allocator);
    }

    @Override
    public void append(FieldVector vector) {
        look(dictionaries.lookup(encoding.getId()).getVector());
        int count = vector.getValueCount();
        int[] present = new int[count];
        BitSet nulls = VectorStrings.nulls(vector, 0, count);
        int next = 0;
        for (int row = nulls.nextClearBit(0); row < count; row = nulls.nextClearBit(row + 1)) {
            int code = columnCodes[Math.toIntExact(((BaseIntVector) vector).getValueAsLong(row))];
            nulls.set(row, code == NULL);
            present[next] = code;
            next += code == NULL ? 0 : 1;
        }
        builder.append(present, count, nulls);
    }

    private void look(FieldVector dictionary) {
        if (isKnown(dictionary)) {
            return;
        }
        close(known);
        known = FieldColumnBuilder.share(dictionary);
        columnCodes = new int[known.getValueCount()];
        int first = 0;
        for (Utf8Run run : VectorStrings.runs(known)) {
            int[] codes = builder.codes(run.strings().slices());
            int next = 0;
            for (int index = 0; index < run.count(); index++) {
                columnCodes[first + index] = run.nulls().get(index) ? NULL : codes[next++];
            }
            first += run.count();
        }
    }

    private boolean isKnown(FieldVector dictionary) {
        return known != null
                && known.getValueCount() == dictionary.getValueCount()
                && known.getDataBuffer().memoryAddress()
                        == dictionary.getDataBuffer().memoryAddress();
    }

    @Override
    public StringColumn build() {
        return builder.build();
    }

    @Override
    public void close() {
        close(known);
        builder.close();
    }

    private static void close(@Nullable FieldVector vector) {
        if (vector != null) {
            vector.close();
        }
    }
}
