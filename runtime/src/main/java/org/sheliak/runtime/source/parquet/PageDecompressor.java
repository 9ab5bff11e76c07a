package org.sheliak.runtime.source.parquet;

import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import io.airlift.compress.v3.snappy.SnappyDecompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/// Decompresses pages: by native code where the library brings some for the machine, else by its Java
/// code.
final class PageDecompressor {
    /// How many bytes stand behind the content, so that a decoder may read a few more than it uses.
    static final int PADDING = Long.BYTES;

    private PageDecompressor() {}

    /// Writes the content of a page to a place in an array that has room for [#PADDING] bytes behind it.
    ///
    /// @param to the place
    /// @param size bytes of the content
    /// @throws ParquetFormatException when the page is damaged or compressed in a way that is not known
    ///     here
    static void decompress(CompressionCodec codec, ByteBuffer page, byte[] content, int to, int size)
            throws IOException {
        int written = switch (codec) {
            case UNCOMPRESSED -> copy(page, content, to, size);
            case SNAPPY -> decompress(SnappyDecompressor.create(), page, content, to, size);
            case ZSTD -> decompress(ZstdDecompressor.create(), page, content, to, size);
            case LZ4_RAW -> decompress(Lz4Decompressor.create(), page, content, to, size);
            case GZIP -> gunzip(page, content, to, size);
            case LZO, BROTLI, LZ4 ->
                throw new ParquetFormatException(
                        "is compressed with " + codec + "; expected one of UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW");
        };
        if (written != size) {
            throw new ParquetFormatException(
                    "has a page with " + written + " bytes of content where " + size + " were expected");
        }
    }

    private static int copy(ByteBuffer page, byte[] content, int to, int size) {
        page.get(0, content, to, Math.min(page.limit(), size));
        return page.limit();
    }

    private static int decompress(Decompressor decompressor, ByteBuffer page, byte[] content, int to, int size)
            throws ParquetFormatException {
        try {
            return decompressor.decompress(page.array(), page.arrayOffset(), page.limit(), content, to, size);
        } catch (MalformedInputException malformed) {
            throw new ParquetFormatException("has a page that cannot be decompressed: " + malformed.getMessage());
        }
    }

    private static int gunzip(ByteBuffer page, byte[] content, int to, int size) throws IOException {
        try (GZIPInputStream input =
                new GZIPInputStream(new ByteArrayInputStream(page.array(), page.arrayOffset(), page.limit()))) {
            return input.readNBytes(content, to, size);
        }
    }
}
