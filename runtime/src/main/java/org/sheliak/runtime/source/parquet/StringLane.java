package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Source;

/// Strings. Where they all come from dictionaries, these are numbered at the end, each once. Other strings are left as
/// they are, for whoever asks for a code first.
final class StringLane implements ColumnLane<List<Utf8Run>> {
    private final List<FieldChunks> groups;
    private final Utf8ColumnBuilder builder;
    private final List<Utf8Run> runs = new ArrayList<>();
    private @Nullable Utf8Source dictionary;
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
    public List<Utf8Run> read(int part) throws IOException {
        return groups.get(part).readStrings();
    }

    @Override
    public void take(int part, List<Utf8Run> read) {
        runs.addAll(read);
        if (part == groups.size() - 1 && areCoded()) {
            runs.forEach(run -> builder.append(codes(run), run.count(), run.nulls()));
        }
    }

    private boolean areCoded() {
        return runs.stream().allMatch(run -> run.codes() != null);
    }

    /// The column's codes of strings that come from a dictionary.
    @SuppressWarnings("ReferenceEquality") // one dictionary is one object; comparing two by content would be dear
    private int[] codes(Utf8Run run) {
        int[] codes = Objects.requireNonNull(run.codes());
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
        return areCoded() ? builder.build() : builder.build(runs);
    }

    @Override
    public void close() {
        builder.close();
    }
}
