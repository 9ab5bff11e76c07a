package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;

/// Strings that stay where the batches have them, until somebody first asks for a code. Few strings are numbered
/// at once.
final class StringVectors implements FieldColumnBuilder {
    private static final int FEW = 1 << 12;

    private final Utf8ColumnBuilder builder;
    private final List<FieldVector> batches = new ArrayList<>();
    private final List<Utf8Run> runs = new ArrayList<>();

    StringVectors(BufferAllocator allocator) {
        this.builder = new Utf8ColumnBuilder(0, false, allocator);
    }

    @Override
    public void append(FieldVector vector) {
        FieldVector batch = FieldColumnBuilder.share(vector);
        batches.add(batch);
        runs.addAll(VectorStrings.runs(batch));
    }

    @Override
    public StringColumn build() {
        if (runs.stream().mapToInt(Utf8Run::count).sum() > FEW) {
            StringColumn column = builder.build(runs, batches);
            batches.clear();
            return column;
        }
        for (Utf8Run run : runs) {
            builder.append(builder.codes(run.strings().slices()), run.count(), run.nulls());
        }
        return builder.build();
    }

    @Override
    public void close() {
        batches.forEach(FieldVector::close);
        batches.clear();
        builder.close();
    }
}
