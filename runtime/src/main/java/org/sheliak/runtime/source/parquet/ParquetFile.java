package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.source.lane.Lanes;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// Reads Parquet files, on all cores: a column of a row group is the part of the work that one of them
/// does. Columns that nobody asks for are not read.
public final class ParquetFile {
    private final FileChannel file;
    private final FileMetaData metadata;
    private final MessageType schema;
    private final Buffers buffers = new Buffers.Reused();

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
        SequencedMap<String, ColumnLane<?>> lanes = new LinkedHashMap<>();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        try {
            for (Type field : schema.getFields()) {
                if (names == null || names.contains(field.getName())) {
                    lanes.put(
                            field.getName(),
                            ColumnLane.of(field, FieldChunks.of(file, metadata, field, buffers), allocator));
                }
            }
            Lanes.run(lanes.values().stream()
                    .sorted(Comparator.comparingInt(lane -> lane instanceof StringLane ? 0 : 1))
                    .toList());
            for (var lane : lanes.entrySet()) {
                columns.put(lane.getKey(), lane.getValue().build());
            }
        } catch (IOException | RuntimeException failed) {
            columns.values().forEach(Column::close);
            throw failed;
        } finally {
            lanes.values().forEach(ColumnLane::close);
        }
        return new Table(columns, Math.toIntExact(metadata.getNum_rows()));
    }
}
