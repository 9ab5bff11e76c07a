package org.sheliak.runtime.source.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// The bytes of one column in one row group: headers of pages, each followed by its content. Its arrays
/// may be used again: what it gives is valid until it is closed, and the content of a page until the
/// next.
final class PageStream implements AutoCloseable {
    private static final int LARGEST_CONTENT = 1 << 24;

    private final ColumnMetaData metadata;
    private final Buffers buffers;
    private final byte[] bytes;
    private final int end;
    private final ByteArrayInputStream input;
    private byte[] content;
    private int contentFrom;
    private int contentEnd;
    private long kept;
    private @Nullable PageHeader pending;

    private PageStream(ColumnMetaData metadata, Buffers buffers, byte[] bytes, int end) {
        this.metadata = metadata;
        this.buffers = buffers;
        this.bytes = bytes;
        this.end = end;
        this.input = new ByteArrayInputStream(bytes, 0, end);
        this.content = buffers.take(0);
    }

    /// Reads the compressed pages from the file.
    ///
    /// @param buffers where the arrays come from
    static PageStream read(FileChannel file, ColumnMetaData metadata, Buffers buffers) throws IOException {
        long start = metadata.getData_page_offset();
        if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
            start = Math.min(start, metadata.getDictionary_page_offset());
        }
        int length = Math.toIntExact(metadata.getTotal_compressed_size());
        byte[] bytes = buffers.take(Math.addExact(length, PageDecompressor.PADDING));
        ParquetFooter.read(file, start, bytes, length);
        return new PageStream(metadata, buffers, bytes, length);
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
        int from = end - input.available();
        if (length < 0 || input.skip(length) != length) {
            throw new ParquetFormatException("has a page of " + length + " bytes that ends after its column");
        }
        return from;
    }

    /// The decompressed content of a page whose first `levelBytes` bytes were taken already:
    /// [#contentSize] bytes from [#contentFrom] on, and behind them [PageDecompressor#PADDING] more.
    byte[] content(PageHeader header, int levelBytes) throws IOException {
        int length = header.getCompressed_page_size() - levelBytes;
        int from = take(length);
        int size = contentSize(header, levelBytes);
        makeRoom(size);
        ByteBuffer page = ByteBuffer.wrap(bytes, from, length).slice();
        PageDecompressor.decompress(metadata.getCodec(), page, content, contentFrom, size);
        return content;
    }

    /// Contents that are kept lie behind one another in large arrays, which a garbage collector does not move.
    private void makeRoom(int size) {
        int needed = Math.addExact(size, PageDecompressor.PADDING);
        if (buffers.areReused()) {
            content = buffers.exchange(content, needed);
            return;
        }
        contentFrom = contentEnd;
        if (content.length - contentFrom < needed) {
            long left = metadata.getTotal_uncompressed_size() - kept;
            content = buffers.take((int) Math.max(needed, Math.min(LARGEST_CONTENT, left)));
            contentFrom = 0;
        }
        contentEnd = contentFrom + size;
        kept += size;
    }

    /// Where the content of the last page starts.
    int contentFrom() {
        return contentFrom;
    }

    /// How many bytes the content of a page has, without the `levelBytes` before it.
    static int contentSize(PageHeader header, int levelBytes) {
        return header.getUncompressed_page_size() - levelBytes;
    }

    @Override
    public void close() {
        buffers.giveBack(bytes);
        buffers.giveBack(content);
    }
}
