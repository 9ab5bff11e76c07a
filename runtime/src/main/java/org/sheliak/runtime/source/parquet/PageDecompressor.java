package org.sheliak.runtime.source.parquet;

import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import io.airlift.compress.v3.snappy.SnappyDecompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/// Decompresses pages: by native code where the library brings some for the machine, else by its Java
/// code.
final class PageDecompressor {
    /// How many bytes stand behind the content, so that a decoder may read a few more than it uses.
    static final int PADDING = Long.BYTES;

    private PageDecompressor() {}

    /// The content of a page, and behind it [#PADDING] bytes.
    ///
    /// @param size bytes of the content
    /// @throws ParquetFormatException when the page is damaged or compressed in a way that is not known
    ///     here
    static byte[] decompress(CompressionCodec codec, byte[] page, int from, int length, int size) throws IOException {
        byte[] content = new byte[Math.addExact(size, PADDING)];
        int written = switch (codec) {
            case UNCOMPRESSED -> copy(page, from, length, content);
            case SNAPPY -> decompress(SnappyDecompressor.create(), page, from, length, content);
            case ZSTD -> decompress(ZstdDecompressor.create(), page, from, length, content);
            case LZ4_RAW -> decompress(Lz4Decompressor.create(), page, from, length, content);
            case GZIP -> gunzip(page, from, length, content);
            case LZO, BROTLI, LZ4 ->
                throw new ParquetFormatException(
                        "is compressed with " + codec + "; expected one of UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW");
        };
        if (written != size) {
            throw new ParquetFormatException(
                    "has a page with " + written + " bytes of content where " + size + " were expected");
        }
        return content;
    }

    private static int copy(byte[] page, int from, int length, byte[] content) {
        System.arraycopy(page, from, content, 0, Math.min(length, content.length - PADDING));
        return length;
    }

    private static int decompress(Decompressor decompressor, byte[] page, int from, int length, byte[] content)
            throws ParquetFormatException {
        try {
            return decompressor.decompress(page, from, length, content, 0, content.length - PADDING);
        } catch (MalformedInputException malformed) {
            throw new ParquetFormatException("has a page that cannot be decompressed: " + malformed.getMessage());
        }
    }

    private static int gunzip(byte[] page, int from, int length, byte[] content) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(page, from, length))) {
            return input.readNBytes(content, 0, content.length - PADDING);
        }
    }
}
