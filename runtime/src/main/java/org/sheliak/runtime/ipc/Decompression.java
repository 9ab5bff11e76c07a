package org.sheliak.runtime.ipc;

import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.jspecify.annotations.Nullable;

/// Decompresses the buffers of batches, on all cores: LZ4 frames and Zstandard, which is all that Arrow IPC knows.
///
/// Source: https://arrow.apache.org/docs/format/Columnar.html#compression
public final class Decompression {
    private static final int MOST_LZ4_BYTES = Integer.MAX_VALUE - 64;

    private Decompression() {}

    /// A batch whose buffers are not compressed: the same one, where they never were. Takes ownership of the batch.
    /// Caller closes.
    ///
    /// @throws IllegalArgumentException when a buffer is damaged
    public static ArrowRecordBatch of(ArrowRecordBatch batch, BufferAllocator allocator) {
        CodecType codec =
                CodecType.fromCompressionType(batch.getBodyCompression().getCodec());
        if (codec == CodecType.NO_COMPRESSION) {
            return batch;
        }
        try (batch) {
            return new ArrowRecordBatch(
                    batch.getLength(),
                    batch.getNodes(),
                    contents(codec, batch.getBuffers(), allocator),
                    NoCompressionCodec.DEFAULT_BODY_COMPRESSION,
                    batch.getVariadicBufferCounts(),
                    false,
                    false);
        }
    }

    /// The same for a dictionary.
    public static ArrowDictionaryBatch of(ArrowDictionaryBatch batch, BufferAllocator allocator) {
        return new ArrowDictionaryBatch(batch.getDictionaryId(), of(batch.getDictionary(), allocator), batch.isDelta());
    }

    private static List<ArrowBuf> contents(CodecType codec, List<ArrowBuf> buffers, BufferAllocator allocator) {
        @Nullable ArrowBuf[] contents = new ArrowBuf[buffers.size()];
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, contents.length).parallel().forEach(index -> {
            try {
                contents[index] = content(codec, buffers.get(index), allocator);
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        });
        List<ArrowBuf> decompressed =
                Stream.of(contents).filter(Objects::nonNull).toList();
        if (!failures.isEmpty()) {
            decompressed.forEach(ArrowBuf::close);
            throw failures.remove();
        }
        return decompressed;
    }

    /// The content of a buffer, which begins with its size. Caller closes.
    private static ArrowBuf content(CodecType codec, ArrowBuf buffer, BufferAllocator allocator) {
        if (buffer.capacity() == 0) {
            return allocator.getEmpty();
        }
        long size = buffer.getLong(0);
        long start = CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;
        long length = buffer.capacity() - start;
        if (size == CompressionUtil.NO_COMPRESSION_LENGTH) {
            buffer.getReferenceManager().retain();
            ArrowBuf stored = buffer.slice(start, length);
            return stored.writerIndex(length);
        }
        ArrowBuf content = allocator.buffer(size);
        try {
            if (codec == CodecType.LZ4_FRAME) {
                content.setBytes(0, unlz4(buffer, start, length, size), 0, size);
            } else {
                unzstd(segment(buffer, start, length), segment(content, 0, size));
            }
            return content.writerIndex(size);
        } catch (RuntimeException failed) {
            content.close();
            throw failed;
        }
    }

    private static byte[] unlz4(ArrowBuf buffer, long start, long length, long size) {
        if (Math.max(length, size) > MOST_LZ4_BYTES) {
            throw new IllegalArgumentException("a buffer of a record batch has " + size + " bytes; expected at most "
                    + MOST_LZ4_BYTES + " compressed with LZ4, so that smaller batches are needed");
        }
        byte[] frame = new byte[(int) length];
        buffer.getBytes(start, frame);
        return Lz4Frame.decompress(frame, (int) size);
    }

    private static void unzstd(MemorySegment compressed, MemorySegment content) {
        long written = ZstdDecompressor.create().decompress(compressed, content);
        if (written != content.byteSize()) {
            throw new IllegalArgumentException(
                    "a buffer has " + written + " bytes of content where " + content.byteSize() + " were expected");
        }
    }

    @SuppressWarnings("restricted")
    private static MemorySegment segment(ArrowBuf buffer, long from, long size) {
        return MemorySegment.ofAddress(buffer.memoryAddress() + from).reinterpret(size);
    }
}
