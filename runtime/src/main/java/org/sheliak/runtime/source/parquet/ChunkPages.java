package org.sheliak.runtime.source.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// The pages of one column in one row group, decompressed one at a time.
final class ChunkPages implements PageReader {
    private final ColumnMetaData metadata;
    private final Statistics<?> noStatistics;
    private final byte[] bytes;
    private final ByteArrayInputStream input;
    private long valuesLeft;
    private @Nullable PageHeader pending;

    private ChunkPages(ColumnMetaData metadata, PrimitiveType type, byte[] bytes) {
        this.metadata = metadata;
        this.noStatistics = Statistics.getBuilderForReading(type).build();
        this.bytes = bytes;
        this.input = new ByteArrayInputStream(bytes);
        this.valuesLeft = metadata.getNum_values();
    }

    /// Reads the compressed pages from the file.
    static ChunkPages read(FileChannel file, ColumnMetaData metadata, PrimitiveType type) throws IOException {
        long start = metadata.getData_page_offset();
        if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
            start = Math.min(start, metadata.getDictionary_page_offset());
        }
        int length = Math.toIntExact(metadata.getTotal_compressed_size());
        return new ChunkPages(
                metadata, type, ParquetFooter.bytes(file, start, length).array());
    }

    @Override
    public long getTotalValueCount() {
        return metadata.getNum_values();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                return null;
            }
            pending = null;
            return new DictionaryPage(
                    content(header, 0),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        try {
            while (valuesLeft > 0) {
                PageHeader header = header();
                pending = null;
                switch (header.getType()) {
                    case DATA_PAGE -> {
                        return first(header);
                    }
                    case DATA_PAGE_V2 -> {
                        return second(header);
                    }
                    case DICTIONARY_PAGE, INDEX_PAGE -> input.skip(header.getCompressed_page_size());
                }
            }
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The header of the page that comes next.
    private PageHeader header() throws IOException {
        PageHeader header = pending;
        if (header == null) {
            header = Util.readPageHeader(input);
            pending = header;
        }
        return header;
    }

    private DataPage first(PageHeader header) throws IOException {
        DataPageHeader page = header.getData_page_header();
        valuesLeft -= page.getNum_values();
        return new DataPageV1(
                content(header, 0),
                page.getNum_values(),
                header.getUncompressed_page_size(),
                noStatistics,
                encoding(page.getRepetition_level_encoding()),
                encoding(page.getDefinition_level_encoding()),
                encoding(page.getEncoding()));
    }

    /// A page of the second version, whose levels stand uncompressed before the values.
    private DataPage second(PageHeader header) throws IOException {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        valuesLeft -= page.getNum_values();
        BytesInput repetitionLevels = levels(page.getRepetition_levels_byte_length());
        BytesInput definitionLevels = levels(page.getDefinition_levels_byte_length());
        int levelBytes = page.getRepetition_levels_byte_length() + page.getDefinition_levels_byte_length();
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                repetitionLevels,
                definitionLevels,
                encoding(page.getEncoding()),
                page.isIs_compressed()
                        ? content(header, levelBytes)
                        : levels(header.getCompressed_page_size() - levelBytes),
                noStatistics);
    }

    private BytesInput levels(int length) throws ParquetFormatException {
        int from = take(length);
        return BytesInput.from(Arrays.copyOfRange(bytes, from, from + length));
    }

    /// The decompressed content of a page whose first `levelBytes` bytes were taken already.
    private BytesInput content(PageHeader header, int levelBytes) throws IOException {
        int length = header.getCompressed_page_size() - levelBytes;
        int from = take(length);
        return BytesInput.from(PageDecompressor.decompress(
                metadata.getCodec(), bytes, from, length, header.getUncompressed_page_size() - levelBytes));
    }

    /// Skips bytes and returns where they start.
    private int take(int length) throws ParquetFormatException {
        int from = bytes.length - input.available();
        if (length < 0 || input.skip(length) != length) {
            throw new ParquetFormatException("has a page of " + length + " bytes that ends after its column");
        }
        return from;
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
