package org.sheliak.runtime.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Collects rows that come one by one, as objects, into a table. Columns stand in the order in which their names are
/// first seen; a name that a row lacks is `undefined` there.
///
/// Source: `ingest` of vega-dataflow/src/Tuple.js @ v6.4.0 for rows that are no objects.
public final class TableBuilder {
    private final SequencedMap<String, ColumnBuilder> builders = new LinkedHashMap<>();
    private int rowCount;

    /// Appends a row: an object, or any other value, which becomes the object `{data: value}`.
    public void append(@Nullable Object row) {
        switch (row) {
            case Map<?, ?> object -> object.forEach((name, value) -> set((String) name, value));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    set(Integer.toString(i), list.get(i));
                }
            }
            case DateValue _ -> {}
            case null, default -> set("data", row);
        }
        endRow();
    }

    /// Sets a field of the row that is being collected, at most once.
    public void set(String name, @Nullable Object value) {
        ColumnBuilder builder = builders.get(name);
        if (builder == null) {
            builder = new ColumnBuilder(0);
            for (int row = 0; row < rowCount; row++) {
                builder.append(Undefined.UNDEFINED);
            }
            builders.put(name, builder);
        }
        builder.append(value);
    }

    /// Ends the row that is being collected.
    public void endRow() {
        rowCount++;
        for (ColumnBuilder builder : builders.values()) {
            if (builder.length() < rowCount) {
                builder.append(Undefined.UNDEFINED);
            }
        }
    }

    public int rowCount() {
        return rowCount;
    }

    /// The table. Caller closes; the builder is not used any more.
    public Table build(BufferAllocator allocator) {
        try (OutputColumns columns = new OutputColumns()) {
            builders.forEach((name, builder) -> columns.put(name, builder.build(allocator)));
            return columns.build(rowCount);
        }
    }
}
