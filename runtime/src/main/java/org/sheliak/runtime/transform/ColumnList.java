package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// The values of several fields of one table; closing it closes them all.
final class ColumnList implements AutoCloseable {
    private final List<Column> columns = new ArrayList<>();

    private ColumnList() {}

    /// Reads the fields. Caller closes.
    static ColumnList read(Collection<? extends FieldAccess> fields, Table table, BufferAllocator allocator) {
        ColumnList list = new ColumnList();
        try {
            fields.forEach(field -> list.columns.add(field.read(table, allocator)));
        } catch (RuntimeException failure) {
            list.close();
            throw failure;
        }
        return list;
    }

    /// The columns, borrowed, in the order of the fields.
    List<Column> columns() {
        return columns;
    }

    Column get(int index) {
        return columns.get(index);
    }

    @Override
    public void close() {
        columns.forEach(Column::close);
    }
}
