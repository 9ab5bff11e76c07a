package org.sheliak.runtime.table;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/// The columns of a table in the making. Until [#build] it owns them, and closing it frees them.
public final class OutputColumns implements AutoCloseable {
    private SequencedMap<String, Column> columns = new LinkedHashMap<>();

    /// Starts with none.
    public OutputColumns() {}

    /// Starts with the columns of a table, shared.
    public OutputColumns(Table table) {
        table.columns().forEach((name, column) -> columns.put(name, column.share()));
    }

    /// Sets a column, in its old place when the name was there, else at the end. Takes ownership of it.
    public void put(String name, Column column) {
        Column replaced = columns.put(name, column);
        if (replaced != null) {
            replaced.close();
        }
    }

    /// Sets a column of these values.
    public void put(String name, @Nullable Object[] values, BufferAllocator allocator) {
        ColumnBuilder builder = new ColumnBuilder(values.length);
        for (Object value : values) {
            builder.append(value);
        }
        put(name, builder.build(allocator));
    }

    /// A table of the columns so far. Caller closes.
    public Table copy(int rowCount) {
        SequencedMap<String, Column> shared = new LinkedHashMap<>();
        columns.forEach((name, column) -> shared.put(name, column.share()));
        return new Table(shared, rowCount);
    }

    /// The table of the columns, with new rows. Caller closes.
    public Table build(int rowCount) {
        return build(rowCount, null);
    }

    /// The table of the columns with the rows of another, in their order. Caller closes.
    public Table build(Table rows) {
        return build(rows.rowCount(), rows.tupleIds());
    }

    /// The table of the columns. Caller closes.
    ///
    /// @param tupleIds the [Table#tupleId] of each row, or `null` when the rows are new
    public Table build(int rowCount, int @Nullable [] tupleIds) {
        Table table = new Table(columns, rowCount, tupleIds);
        columns = new LinkedHashMap<>();
        return table;
    }

    @Override
    public void close() {
        columns.values().forEach(Column::close);
    }
}
