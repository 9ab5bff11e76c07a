package org.sheliak.runtime.source;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.List;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.ipc.Decompression;
import org.sheliak.runtime.ipc.SelectedColumns;

/// Reads an Arrow file whose record batches are not copied, unless they are compressed: their vectors lie in the
/// memory that the file is mapped to, which stays as long as one of them does. The file must not be changed meanwhile.
///
/// Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
final class MappedArrowReader extends ArrowFileReader {
    /// Marks the length of a message, where it is not the length itself, as before version 0.15.
    private static final int CONTINUATION = -1;

    private final ArrowBuf file;
    private final SelectedColumns columns;
    private int nextBatch;

    private MappedArrowReader(
            FileChannel channel, ArrowBuf file, @Nullable List<String> columns, BufferAllocator allocator) {
        super(channel, allocator);
        this.columns = new SelectedColumns(columns);
        this.file = file;
    }

    /// A reader of a file, whose channel is borrowed. Caller closes.
    ///
    /// @param columns the columns to read, those of them that exist, or `null` for all
    static MappedArrowReader open(FileChannel channel, @Nullable List<String> columns, BufferAllocator allocator)
            throws IOException {
        Arena arena = Arena.ofShared();
        try {
            MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            return new MappedArrowReader(
                    channel, allocator.wrapForeignAllocation(allocation(mapped, arena)), columns, allocator);
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    private static ForeignAllocation allocation(MemorySegment mapped, Arena arena) {
        return new ForeignAllocation(mapped.byteSize(), mapped.address()) {
            @Override
            protected void release0() {
                arena.close();
            }
        };
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        if (nextBatch == getRecordBlocks().size()) {
            return false;
        }
        ArrowBlock block = getRecordBlocks().get(nextBatch++);
        ArrowBuf body = file.slice(block.getOffset() + block.getMetadataLength(), block.getBodyLength());
        body.getReferenceManager().retain();
        loadRecordBatch(MessageSerializer.deserializeRecordBatch(message(block), body));
        return true;
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

    private Message message(ArrowBlock block) {
        ByteBuffer metadata =
                file.nioBuffer(block.getOffset(), block.getMetadataLength()).order(ByteOrder.LITTLE_ENDIAN);
        int prefix = metadata.getInt(0) == CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
        return Message.getRootAsMessage(metadata.position(prefix).slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            file.close();
        }
    }
}
