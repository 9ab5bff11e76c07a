package org.sheliak.runtime.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.value.Undefined;

/// Tables one below the other.
public final class Concatenation {
    private Concatenation() {}

    /// The rows of all tables, in order, with every column that one of them has; a row that lacks a column is
    /// `undefined` there. The tables are borrowed. Caller closes.
    ///
    /// @param tupleIds the [Table#tupleId] of each row
    public static Table of(List<Table> tables, int[] tupleIds, BufferAllocator allocator) {
        SequencedSet<String> names = new LinkedHashSet<>();
        int rowCount = 0;
        for (Table table : tables) {
            names.addAll(table.columns().keySet());
            rowCount = Math.addExact(rowCount, table.rowCount());
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        try {
            for (String name : names) {
                columns.put(name, column(tables, name, rowCount, allocator));
            }
        } catch (RuntimeException noRoom) {
            columns.values().forEach(Column::close);
            throw noRoom;
        }
        return new Table(columns, rowCount, tupleIds);
    }

    private static Column column(List<Table> tables, String name, int rowCount, BufferAllocator allocator) {
        ColumnBuilder builder = new ColumnBuilder(rowCount);
        for (Table table : tables) {
            Column column = table.column(name);
            for (int row = 0; row < table.rowCount(); row++) {
                builder.append(column == null ? Undefined.UNDEFINED : column.value(row));
            }
        }
        return builder.build(allocator);
    }
}
