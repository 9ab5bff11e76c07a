package org.sheliak.runtime.ipc;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Reads an Arrow stream whose batches may be compressed, and only some of its columns.
public final class DecompressingStreamReader extends ArrowStreamReader {
    private final SelectedColumns columns;

    /// @param channel borrowed
    /// @param columns the columns to read, those of them that exist, or `null` for all
    public DecompressingStreamReader(
            ReadableByteChannel channel, @Nullable List<String> columns, BufferAllocator allocator) {
        super(channel, allocator);
        this.columns = new SelectedColumns(columns);
    }

    @Override
    protected Schema readSchema() throws IOException {
        return columns.of(super.readSchema());
    }

    @Override
    protected void loadRecordBatch(ArrowRecordBatch batch) {
        super.loadRecordBatch(Decompression.of(columns.of(batch), allocator));
    }

    @Override
    protected void loadDictionary(ArrowDictionaryBatch batch) {
        super.loadDictionary(Decompression.of(batch, allocator));
    }
}
