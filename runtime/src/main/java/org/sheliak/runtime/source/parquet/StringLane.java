package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Slices;

/// Strings: decoded at the same time, and numbered in the order of the rows. The dictionary of a row
/// group is numbered once.
final class StringLane implements ColumnLane<List<StringRun>> {
    private final List<FieldChunks> groups;
    private final Utf8ColumnBuilder builder;
    private @Nullable Utf8Slices dictionary;
    private int[] codesOfDictionary = {};

    /// Takes ownership of the builder.
    StringLane(List<FieldChunks> groups, Utf8ColumnBuilder builder) {
        this.groups = groups;
        this.builder = builder;
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public List<StringRun> read(int part) throws IOException {
        return groups.get(part).readStrings();
    }

    @Override
    public void take(int part, List<StringRun> runs) throws IOException {
        for (StringRun run : runs) {
            builder.append(codes(run), run.count(), run.nulls());
        }
    }

    /// The column's codes of the strings that are not null.
    private int[] codes(StringRun run) {
        int[] codes = run.codes();
        if (codes == null) {
            return builder.codes(run.strings());
        }
        if (dictionary != run.strings()) {
            dictionary = run.strings();
            codesOfDictionary = builder.codes(run.strings());
        }
        int[] mapped = new int[codes.length];
        for (int index = 0; index < codes.length; index++) {
            mapped[index] = codesOfDictionary[codes[index]];
        }
        return mapped;
    }

    @Override
    public Column build() {
        return builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
