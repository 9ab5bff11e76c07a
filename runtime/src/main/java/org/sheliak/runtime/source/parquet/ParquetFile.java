package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;

/// Reads Parquet files. Row groups are read in parallel; columns that nobody asks for are not read.
public final class ParquetFile {
    private final FileChannel file;
    private final FileMetaData metadata;
    private final MessageType schema;

    private ParquetFile(FileChannel file) throws IOException {
        this.file = file;
        this.metadata = ParquetFooter.read(file);
        this.schema = ParquetSchema.of(metadata.getSchema());
    }

    /// The rows of a file. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    /// @throws IOException when the file cannot be read or is no Parquet file; the message
    ///     continues the file's name
    public static Table read(Path path, @Nullable List<String> columns, BufferAllocator allocator) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return new ParquetFile(channel).read(columns, allocator);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (OutOfMemoryException noRoom) {
            throw noRoom;
        } catch (RuntimeException damaged) {
            throw new ParquetFormatException(
                    "is damaged, or uses what is not known here: " + damaged.getMessage(), damaged);
        }
    }

    private Table read(@Nullable List<String> names, BufferAllocator allocator) throws IOException {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        try {
            for (Type field : schema.getFields()) {
                if (names == null || names.contains(field.getName())) {
                    columns.put(field.getName(), column(field, allocator));
                }
            }
        } catch (IOException | RuntimeException failed) {
            columns.values().forEach(Column::close);
            throw failed;
        }
        return new Table(columns, Math.toIntExact(metadata.getNum_rows()));
    }

    private Column column(Type field, BufferAllocator allocator) throws IOException {
        List<FieldChunks> groups = FieldChunks.of(file, metadata, field);
        if (!field.isPrimitive() || field.isRepetition(Repetition.REPEATED)) {
            return new ValueColumn(groups.parallelStream()
                    .flatMap(group -> group.nestedValues().stream())
                    .toArray());
        }
        if (groups.isEmpty()) {
            return LeafColumns.concatenate(List.of(new LeafValues(LeafType.of(field.asPrimitiveType()), 0)), allocator);
        }
        return LeafColumns.concatenate(
                groups.parallelStream().map(FieldChunks::leafValues).toList(), allocator);
    }
}
