package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// The pages of one column in one row group, decompressed one at a time, for parquet-column.
final class ChunkPages implements PageReader {
    private final PageStream pages;
    private final Statistics<?> noStatistics;
    private long valuesLeft;

    ChunkPages(PageStream pages, PrimitiveType type) {
        this.pages = pages;
        this.noStatistics = Statistics.getBuilderForReading(type).build();
        this.valuesLeft = getTotalValueCount();
    }

    @Override
    public long getTotalValueCount() {
        return pages.metadata().getNum_values();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            if (pages.peek().getType() != PageType.DICTIONARY_PAGE) {
                return null;
            }
            PageHeader header = pages.next();
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
                PageHeader header = pages.next();
                switch (header.getType()) {
                    case DATA_PAGE -> {
                        return first(header);
                    }
                    case DATA_PAGE_V2 -> {
                        return second(header);
                    }
                    case DICTIONARY_PAGE, INDEX_PAGE -> pages.take(header.getCompressed_page_size());
                }
            }
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
        int from = pages.take(length);
        return BytesInput.from(pages.bytes(), from, length);
    }

    private BytesInput content(PageHeader header, int levelBytes) throws IOException {
        byte[] content = pages.content(header, levelBytes);
        return BytesInput.from(content, pages.contentFrom(), PageStream.contentSize(header, levelBytes));
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
