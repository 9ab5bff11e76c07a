package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Source;

/// Strings. Where those of the first row group come from a dictionary, strings are numbered as they come, those of a
/// dictionary once. Elsewhere they are left as they are, for whoever asks for a code first, unless they take too much
/// of the heap.
final class StringLane implements ColumnLane<List<Utf8Run>> {
    /// One part of the heap of so many may be taken by strings of a column that wait to be numbered.
    private static final int PART_OF_HEAP = 8;

    private final List<FieldChunks> groups;
    private final Utf8ColumnBuilder builder;
    private final long mostBytes;
    /// Those that wait.
    private final List<Utf8Run> runs = new ArrayList<>();

    private boolean isLate;
    private long bytes;
    private @Nullable Utf8Source dictionary;
    private int[] codesOfDictionary = {};

    /// Takes ownership of the builder.
    StringLane(List<FieldChunks> groups, Utf8ColumnBuilder builder) {
        this(groups, builder, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /// @param mostBytes how many bytes of strings may wait
    StringLane(List<FieldChunks> groups, Utf8ColumnBuilder builder, long mostBytes) {
        this.groups = groups;
        this.builder = builder;
        this.mostBytes = mostBytes;
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public List<Utf8Run> read(int part) throws IOException {
        return groups.get(part).readStrings();
    }

    @Override
    public void take(int part, List<Utf8Run> read) {
        isLate = part == 0 ? read.stream().anyMatch(run -> run.codes() == null) : isLate;
        for (Utf8Run run : read) {
            runs.add(run);
            int[] codes = run.codes();
            bytes += codes == null ? run.strings().sizeBytes() : (long) Integer.BYTES * codes.length;
        }
        isLate &= bytes <= mostBytes;
        if (!isLate) {
            runs.forEach(run -> builder.append(codes(run), run.count(), run.nulls()));
            runs.clear();
        }
    }

    /// The column's codes of the strings that are not null.
    @SuppressWarnings("ReferenceEquality") // one dictionary is one object; comparing two by content would be dear
    private int[] codes(Utf8Run run) {
        int[] codes = run.codes();
        if (codes == null) {
            return builder.codes(run.strings().slices());
        }
        if (dictionary != run.strings()) {
            dictionary = run.strings();
            codesOfDictionary = builder.codes(run.strings().slices());
        }
        int[] mapped = new int[codes.length];
        for (int index = 0; index < codes.length; index++) {
            mapped[index] = codesOfDictionary[codes[index]];
        }
        return mapped;
    }

    @Override
    public Column build() {
        return isLate ? builder.build(runs) : builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
