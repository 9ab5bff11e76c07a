package org.sheliak.runtime.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Undefined;

/// A cursor over the rows of a table, for evaluation row by row. Borrows the table; boxes values.
public final class RowView {
    private final Table table;
    private int row;

    /// Stands on the first row.
    public RowView(Table table) {
        this.table = table;
    }

    /// Moves to a row and returns this cursor.
    public RowView at(int newRow) {
        row = newRow;
        return this;
    }

    public int row() {
        return row;
    }

    public Table table() {
        return table;
    }

    /// The value of a field in the current row; [Undefined#UNDEFINED] when the table has no such column.
    public @Nullable Object get(String field) {
        Column column = table.column(field);
        return column == null ? Undefined.UNDEFINED : column.value(row);
    }

    /// The current row as an object of its own, which stays as it is when the cursor moves.
    /// Fields whose value is `undefined` are left out.
    public Map<String, @Nullable Object> toObject() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> {
            Object value = column.value(row);
            if (value != Undefined.UNDEFINED) {
                object.put(name, value);
            }
        });
        return object;
    }
}
