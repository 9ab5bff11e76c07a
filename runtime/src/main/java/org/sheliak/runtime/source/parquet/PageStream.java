package org.sheliak.runtime.source.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// The bytes of one column in one row group: headers of pages, each followed by its content.
final class PageStream {
    private final ColumnMetaData metadata;
    private final byte[] bytes;
    private final ByteArrayInputStream input;
    private @Nullable PageHeader pending;

    private PageStream(ColumnMetaData metadata, byte[] bytes) {
        this.metadata = metadata;
        this.bytes = bytes;
        this.input = new ByteArrayInputStream(bytes, 0, bytes.length - PageDecompressor.PADDING);
    }

    /// Reads the compressed pages from the file.
    static PageStream read(FileChannel file, ColumnMetaData metadata) throws IOException {
        long start = metadata.getData_page_offset();
        if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
            start = Math.min(start, metadata.getDictionary_page_offset());
        }
        int length = Math.toIntExact(metadata.getTotal_compressed_size());
        byte[] bytes = new byte[Math.addExact(length, PageDecompressor.PADDING)];
        ParquetFooter.read(file, start, bytes, length);
        return new PageStream(metadata, bytes);
    }

    ColumnMetaData metadata() {
        return metadata;
    }

    /// The header of the page that comes next.
    PageHeader peek() throws IOException {
        PageHeader header = pending;
        if (header == null) {
            header = Util.readPageHeader(input);
            pending = header;
        }
        return header;
    }

    /// The same, and it is done with: what comes next is the page's content.
    PageHeader next() throws IOException {
        PageHeader header = peek();
        pending = null;
        return header;
    }

    /// The compressed bytes of all pages, and behind them [PageDecompressor#PADDING] bytes; borrowed.
    byte[] bytes() {
        return bytes;
    }

    /// Skips bytes, and returns the index at which they start.
    int take(int length) throws ParquetFormatException {
        int from = bytes.length - PageDecompressor.PADDING - input.available();
        if (length < 0 || input.skip(length) != length) {
            throw new ParquetFormatException("has a page of " + length + " bytes that ends after its column");
        }
        return from;
    }

    /// The decompressed content of a page whose first `levelBytes` bytes were taken already, and behind
    /// it [PageDecompressor#PADDING] bytes.
    byte[] content(PageHeader header, int levelBytes) throws IOException {
        int length = header.getCompressed_page_size() - levelBytes;
        int from = take(length);
        return PageDecompressor.decompress(
                metadata.getCodec(), bytes, from, length, header.getUncompressed_page_size() - levelBytes);
    }
}
