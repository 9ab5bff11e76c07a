package org.sheliak.runtime.ipc;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// Reads Arrow IPC, stream or file, into tables.
public final class ArrowTables {
    private ArrowTables() {}

    /// The rows of all batches. Caller closes the table, and the reader, which is borrowed.
    ///
    /// @param columns the columns to deliver, in the order of the schema, or `null` for all
    public static Table read(ArrowReader reader, @Nullable List<String> columns, BufferAllocator allocator)
            throws IOException {
        SequencedMap<String, FieldColumnBuilder> builders = new LinkedHashMap<>();
        try {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            for (Field field : root.getSchema().getFields()) {
                boolean isAsked = columns == null || columns.contains(field.getName());
                if (isAsked && !field.getMetadata().equals(TableStreamWriter.ROWS_METADATA)) {
                    builders.put(field.getName(), FieldColumnBuilder.of(field, reader, allocator));
                }
            }
            int rowCount = 0;
            while (reader.loadNextBatch()) {
                rowCount = Math.addExact(rowCount, root.getRowCount());
                builders.forEach((name, builder) -> builder.append(root.getVector(name)));
            }
            return build(builders, rowCount);
        } finally {
            builders.values().forEach(FieldColumnBuilder::close);
        }
    }

    private static Table build(SequencedMap<String, FieldColumnBuilder> builders, int rowCount) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        try {
            builders.forEach((name, builder) -> columns.put(name, builder.build()));
        } catch (RuntimeException failed) {
            columns.values().forEach(Column::close);
            throw failed;
        }
        return new Table(columns, rowCount);
    }
}
