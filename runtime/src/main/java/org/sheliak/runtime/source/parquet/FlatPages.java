package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// The pages of a column chunk of numbers or strings that are not nested, in the two encodings that
/// nearly all files have: plain, and the codes of a dictionary. They are decoded in loops over arrays,
/// where parquet-column goes value by value.
///
/// Source: https://parquet.apache.org/docs/file-format/data-pages/encodings/
final class FlatPages {
    private static final Set<Encoding> ENCODINGS =
            EnumSet.of(Encoding.PLAIN, Encoding.RLE, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY);
    private static final Set<PrimitiveTypeName> NUMBERS = EnumSet.of(
            PrimitiveTypeName.DOUBLE, PrimitiveTypeName.FLOAT, PrimitiveTypeName.INT32, PrimitiveTypeName.INT64);

    private final PageStream pages;
    private final boolean isOptional;
    private int valuesLeft;

    /// @param rows how many values there are
    FlatPages(PageStream pages, ColumnDescriptor descriptor, int rows) {
        this.pages = pages;
        this.isOptional = descriptor.getMaxDefinitionLevel() > 0;
        this.valuesLeft = rows;
    }

    /// Whether a chunk is of this kind.
    static boolean canRead(ColumnMetaData chunk, ColumnDescriptor descriptor) {
        PrimitiveTypeName stored = descriptor.getPrimitiveType().getPrimitiveTypeName();
        boolean isText = stored == PrimitiveTypeName.BINARY
                && LeafType.of(descriptor.getPrimitiveType()).kind() == LeafType.Kind.STRING;
        return (isText || NUMBERS.contains(stored))
                && descriptor.getMaxRepetitionLevel() == 0
                && descriptor.getMaxDefinitionLevel() <= 1
                && ENCODINGS.containsAll(chunk.getEncodings());
    }

    /// The dictionary's page, whose values are all plain, or `null` when there is none. Comes first.
    @Nullable
    FlatPage dictionary() throws IOException {
        if (pages.peek().getType() != PageType.DICTIONARY_PAGE) {
            return null;
        }
        PageHeader header = pages.next();
        DictionaryPageHeader page = header.getDictionary_page_header();
        byte[] content = pages.content(header, 0);
        int from = pages.contentFrom();
        int end = from + PageStream.contentSize(header, 0);
        return new FlatPage(page.getNum_values(), new BitSet(), content, from, end, false);
    }

    /// The next data page, or `null` when all values have been read.
    @Nullable
    FlatPage next() throws IOException {
        while (valuesLeft > 0) {
            PageHeader header = pages.next();
            switch (header.getType()) {
                case DATA_PAGE -> {
                    return first(header, header.getData_page_header());
                }
                case DATA_PAGE_V2 -> {
                    return second(header, header.getData_page_header_v2());
                }
                case DICTIONARY_PAGE, INDEX_PAGE -> pages.take(header.getCompressed_page_size());
            }
        }
        return null;
    }

    /// The levels of such a page stand before its values, after their length.
    private FlatPage first(PageHeader header, DataPageHeader page) throws IOException {
        byte[] content = pages.content(header, 0);
        int from = pages.contentFrom();
        int end = from + PageStream.contentSize(header, 0);
        int count = counted(page.getNum_values());
        BitSet nulls = new BitSet();
        if (isOptional) {
            int levels = from + Integer.BYTES;
            int length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
            if (length < 0 || length > end - levels) {
                throw new ParquetFormatException("has a page whose levels end after it");
            }
            from = levels + length;
            nulls = nulls(content, levels, from, count);
        }
        return new FlatPage(count, nulls, content, from, end, hasCodes(page.getEncoding()));
    }

    /// The levels of such a page stand uncompressed before its values.
    private FlatPage second(PageHeader header, DataPageHeaderV2 page) throws IOException {
        int count = counted(page.getNum_values());
        int levelBytes = page.getRepetition_levels_byte_length() + page.getDefinition_levels_byte_length();
        int levels = pages.take(levelBytes) + page.getRepetition_levels_byte_length();
        BitSet nulls = isOptional && page.getNum_nulls() > 0
                ? nulls(pages.bytes(), levels, levels + page.getDefinition_levels_byte_length(), count)
                : new BitSet();
        boolean hasCodes = hasCodes(page.getEncoding());
        if (page.isIs_compressed()) {
            byte[] content = pages.content(header, levelBytes);
            int from = pages.contentFrom();
            int end = from + PageStream.contentSize(header, levelBytes);
            return new FlatPage(count, nulls, content, from, end, hasCodes);
        }
        int length = header.getCompressed_page_size() - levelBytes;
        int from = pages.take(length);
        return new FlatPage(count, nulls, pages.bytes(), from, from + length, hasCodes);
    }

    private int counted(int count) throws ParquetFormatException {
        if (count < 0 || count > valuesLeft) {
            throw new ParquetFormatException("has pages of more values than its row group has rows");
        }
        valuesLeft -= count;
        return count;
    }

    private static boolean hasCodes(Encoding encoding) {
        return encoding == Encoding.PLAIN_DICTIONARY || encoding == Encoding.RLE_DICTIONARY;
    }

    private static BitSet nulls(byte[] bytes, int from, int end, int count) throws ParquetFormatException {
        BitSet nulls = new BitSet();
        HybridDecoder levels = new HybridDecoder(bytes, from, end, 1);
        if (count == 0 || levels.isOneRun(1, count)) {
            return nulls;
        }
        int[] isPresent = new int[count];
        levels.read(isPresent, count);
        for (int index = 0; index < count; index++) {
            if (isPresent[index] == 0) {
                nulls.set(index);
            }
        }
        return nulls;
    }
}
