package org.sheliak.runtime.source.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/// Decompresses pages.
final class PageDecompressor {
    private PageDecompressor() {}

    /// The content of a page.
    ///
    /// @param size bytes of the content
    /// @throws ParquetFormatException when the page is damaged or compressed in a way that is not known here
    static byte[] decompress(CompressionCodec codec, byte[] page, int from, int length, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> Arrays.copyOfRange(page, from, from + length);
            case SNAPPY -> decompress(new SnappyDecompressor(), page, from, length, size);
            case ZSTD -> decompress(new ZstdDecompressor(), page, from, length, size);
            case LZ4_RAW -> decompress(new Lz4Decompressor(), page, from, length, size);
            case GZIP -> gunzip(page, from, length, size);
            case LZO, BROTLI, LZ4 ->
                throw new ParquetFormatException(
                        "is compressed with " + codec + "; expected one of UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW");
        };
    }

    private static byte[] decompress(Decompressor decompressor, byte[] page, int from, int length, int size)
            throws ParquetFormatException {
        byte[] content = new byte[size];
        try {
            int written = decompressor.decompress(page, from, length, content, 0, size);
            checkSize(written, size);
        } catch (MalformedInputException malformed) {
            throw new ParquetFormatException("has a page that cannot be decompressed: " + malformed.getMessage());
        }
        return content;
    }

    private static byte[] gunzip(byte[] page, int from, int length, int size) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(page, from, length))) {
            byte[] content = input.readNBytes(size);
            checkSize(content.length, size);
            return content;
        }
    }

    private static void checkSize(int found, int expected) throws ParquetFormatException {
        if (found != expected) {
            throw new ParquetFormatException(
                    "has a page with " + found + " bytes of content where " + expected + " were expected");
        }
    }
}
