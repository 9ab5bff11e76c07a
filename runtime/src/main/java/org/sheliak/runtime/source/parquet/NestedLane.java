package org.sheliak.runtime.source.parquet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ValueColumn;

/// Lists and objects.
final class NestedLane implements ColumnLane<List<@Nullable Object>> {
    private final List<FieldChunks> groups;
    private final List<@Nullable Object> values = new ArrayList<>();

    NestedLane(List<FieldChunks> groups) {
        this.groups = groups;
    }

    @Override
    public int partCount() {
        return groups.size();
    }

    @Override
    public List<@Nullable Object> read(int part) {
        return groups.get(part).nestedValues();
    }

    @Override
    public void take(int part, List<@Nullable Object> read) {
        values.addAll(read);
    }

    @Override
    public Column build() {
        return new ValueColumn(values.toArray());
    }

    @Override
    public void close() {}
}
