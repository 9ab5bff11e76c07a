package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.value.Undefined;

/// The rows of a table as boxed values that can be written: Vega's windows write into the rows that they read, so a
/// result that has the name of a field changes what later rows see.
final class LiveRows {
    private final Table table;
    private final BufferAllocator allocator;
    private final Map<String, @Nullable Object[]> columns = new HashMap<>();

    LiveRows(Table table, BufferAllocator allocator) {
        this.table = table;
        this.allocator = allocator;
    }

    /// The values of a column, to be read and written; undefined where the table has none.
    @Nullable
    Object[] column(String name) {
        return columns.computeIfAbsent(name, this::box);
    }

    private @Nullable Object[] box(String name) {
        Column column = table.column(name);
        @Nullable Object[] values = new Object[table.rowCount()];
        Arrays.setAll(values, row -> column == null ? Undefined.UNDEFINED : column.value(row));
        return values;
    }

    /// What a field reads, now and later.
    FieldValues values(FieldAccess field) {
        String name = field.simpleName();
        if (name != null) {
            @Nullable Object[] live = column(name);
            return row -> live[row];
        }
        @Nullable Object[] fixed = new Object[table.rowCount()];
        try (Column column = field.read(table, allocator)) {
            Arrays.setAll(fixed, column::value);
        }
        return row -> fixed[row];
    }
}
