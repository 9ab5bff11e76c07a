package org.sheliak.runtime.ipc;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Reads an Arrow stream whose batches may be compressed, and only some of its columns.
public final class DecompressingStreamReader extends ArrowStreamReader {

    private final @Nullable List<String> columns;
    private @Nullable SelectedColumns selected;

    /// @param channel borrowed
    /// @param columns the columns to read, those of them that exist, or `null` for all
    public DecompressingStreamReader(
            ReadableByteChannel channel, @Nullable List<String> columns, BufferAllocator allocator) {
        super(channel, allocator);
        this.columns = columns;
    }

    @Override
    protected Schema readSchema() throws IOException {
        SelectedColumns read = new SelectedColumns(super.readSchema(), columns);
        selected = read;
        return read.schema();
    }

    private SelectedColumns selected() {
        return Objects.requireNonNull(selected, "the schema has been read");
    }

    @Override
    protected void loadRecordBatch(ArrowRecordBatch batch) {
        super.loadRecordBatch(Decompression.of(selected().of(batch), allocator));
    }

    @Override
    protected void loadDictionary(ArrowDictionaryBatch batch) {
        super.loadDictionary(Decompression.of(batch, allocator));
    }
}
