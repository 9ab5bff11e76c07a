package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Puts new rows after those of a table.
final class AppendedRows {
    private AppendedRows() {}

    /// The rows of a table, which is borrowed, and new ones, which count as younger than all of them. Fields that a row
    /// lacks are undefined. Caller closes.
    static Table to(
            Table table, List<? extends Map<String, ? extends @Nullable Object>> added, BufferAllocator allocator) {
        int rowCount = table.rowCount() + added.size();
        SequencedMap<String, ColumnBuilder> builders = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> {
            ColumnBuilder builder = new ColumnBuilder(rowCount);
            for (int row = 0; row < table.rowCount(); row++) {
                builder.append(column.value(row));
            }
            builders.put(name, builder);
        });
        for (Map<String, ? extends @Nullable Object> row : added) {
            row.keySet().forEach(name -> builders.computeIfAbsent(name, _ -> undefined(table, rowCount)));
        }
        builders.forEach((name, builder) ->
                added.forEach(row -> builder.append(row.containsKey(name) ? row.get(name) : Undefined.UNDEFINED)));
        try (OutputColumns output = new OutputColumns()) {
            builders.forEach((name, builder) -> output.put(name, builder.build(allocator)));
            return output.build(rowCount, tupleIds(table, rowCount));
        }
    }

    private static ColumnBuilder undefined(Table table, int rowCount) {
        ColumnBuilder builder = new ColumnBuilder(rowCount);
        for (int row = 0; row < table.rowCount(); row++) {
            builder.append(Undefined.UNDEFINED);
        }
        return builder;
    }

    /// The ids of the rows that are there, and higher ones for the new rows.
    private static int @Nullable [] tupleIds(Table table, int rowCount) {
        int[] known = table.tupleIds();
        if (known == null) {
            return null;
        }
        int[] ids = Arrays.copyOf(known, rowCount);
        int next = table.tupleIdBound();
        for (int row = known.length; row < rowCount; row++) {
            ids[row] = next++;
        }
        return ids;
    }
}
