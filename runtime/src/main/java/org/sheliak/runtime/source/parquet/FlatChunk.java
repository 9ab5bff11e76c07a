package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// Decodes a column chunk of numbers or strings that are not nested, in the two encodings that nearly all files have:
/// plain, and the codes of a dictionary. It goes page by page, where parquet-column goes value by value.
///
/// Source: https://parquet.apache.org/docs/file-format/data-pages/encodings/
final class FlatChunk {
    private static final Set<Encoding> ENCODINGS =
            EnumSet.of(Encoding.PLAIN, Encoding.RLE, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY);
    private static final Set<PrimitiveTypeName> TYPES = EnumSet.of(
            PrimitiveTypeName.DOUBLE,
            PrimitiveTypeName.FLOAT,
            PrimitiveTypeName.INT32,
            PrimitiveTypeName.INT64,
            PrimitiveTypeName.BINARY);

    private final ChunkPages pages;
    private final ColumnDescriptor descriptor;
    private final PrimitiveTypeName type;
    private final LeafValues values;
    private @Nullable Dictionary dictionary;

    private FlatChunk(ChunkPages pages, ColumnDescriptor descriptor, LeafValues values) {
        this.pages = pages;
        this.descriptor = descriptor;
        this.type = descriptor.getPrimitiveType().getPrimitiveTypeName();
        this.values = values;
    }

    /// Whether a chunk is of this kind.
    static boolean canRead(ColumnMetaData chunk, ColumnDescriptor descriptor) {
        return TYPES.contains(descriptor.getPrimitiveType().getPrimitiveTypeName())
                && descriptor.getMaxRepetitionLevel() == 0
                && descriptor.getMaxDefinitionLevel() <= 1
                && ENCODINGS.containsAll(chunk.getEncodings());
    }

    /// Appends the chunk's values.
    ///
    /// @param rows how many there are
    static void read(ChunkPages pages, ColumnDescriptor descriptor, int rows, LeafValues values) throws IOException {
        FlatChunk chunk = new FlatChunk(pages, descriptor, values);
        chunk.readDictionary();
        for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            if (page.getValueCount() > rows - values.length()) {
                throw new ParquetFormatException("has pages of more values than the " + rows + " of their row group");
            }
            switch (page) {
                case DataPageV1 first -> chunk.read(first);
                case DataPageV2 second -> chunk.read(second);
                default -> throw new ParquetFormatException("has a page of an unknown kind");
            }
        }
    }

    private void readDictionary() throws IOException {
        DictionaryPage page = pages.readDictionaryPage();
        if (page == null) {
            return;
        }
        Dictionary read = page.getEncoding().initDictionary(descriptor, page);
        if (values.hasDictionarySupport()) {
            values.setDictionary(read);
        }
        dictionary = read;
    }

    /// The levels of such a page stand before its values, after their length.
    private void read(DataPageV1 page) throws IOException {
        ByteBuffer content = littleEndian(page.getBytes());
        boolean[] isPresent = null;
        if (descriptor.getMaxDefinitionLevel() > 0) {
            int length = content.getInt();
            isPresent = presence(content.slice(content.position(), length), page.getValueCount());
            content.position(content.position() + length);
        }
        read(content, page.getValueEncoding(), page.getValueCount(), isPresent);
    }

    private void read(DataPageV2 page) throws IOException {
        boolean[] isPresent = page.getNullCount() == 0
                ? null
                : presence(littleEndian(page.getDefinitionLevels()), page.getValueCount());
        read(littleEndian(page.getData()), page.getDataEncoding(), page.getValueCount(), isPresent);
    }

    private static ByteBuffer littleEndian(BytesInput bytes) throws IOException {
        return bytes.toInputStream().slice(Math.toIntExact(bytes.size())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Which values are not null; `null` when all are.
    private static boolean @Nullable [] presence(ByteBuffer levels, int count) throws IOException {
        RunLengthBitPackingHybridDecoder decoder =
                new RunLengthBitPackingHybridDecoder(1, ByteBufferInputStream.wrap(levels));
        boolean[] isPresent = new boolean[count];
        int present = 0;
        for (int i = 0; i < count; i++) {
            isPresent[i] = decoder.readInt() == 1;
            present += isPresent[i] ? 1 : 0;
        }
        return present == count ? null : isPresent;
    }

    private void read(
            ByteBuffer content, org.apache.parquet.column.Encoding encoding, int count, boolean @Nullable [] isPresent)
            throws IOException {
        if (encoding.usesDictionary()) {
            readCodes(content, count, isPresent);
        } else {
            readPlain(content, count, isPresent);
        }
    }

    private void readCodes(ByteBuffer content, int count, boolean @Nullable [] isPresent) throws IOException {
        Dictionary known = dictionary;
        if (known == null) {
            throw new ParquetFormatException("has codes of a dictionary that is missing");
        }
        // A page without any value that is not null may end before the width.
        int width = content.hasRemaining() ? content.get() : 0;
        RunLengthBitPackingHybridDecoder codes =
                new RunLengthBitPackingHybridDecoder(width, ByteBufferInputStream.wrap(content));
        for (int i = 0; i < count; i++) {
            if (isPresent != null && !isPresent[i]) {
                values.addNull();
            } else {
                add(known, codes.readInt());
            }
        }
    }

    private void add(Dictionary known, int code) {
        switch (type) {
            case DOUBLE -> values.addDouble(known.decodeToDouble(code));
            case FLOAT -> values.addFloat(known.decodeToFloat(code));
            case INT32 -> values.addInt(known.decodeToInt(code));
            case INT64 -> values.addLong(known.decodeToLong(code));
            default -> {
                if (values.hasDictionarySupport()) {
                    values.addValueFromDictionary(code);
                } else {
                    values.addBinary(known.decodeToBinary(code));
                }
            }
        }
    }

    private void readPlain(ByteBuffer content, int count, boolean @Nullable [] isPresent) {
        if (isPresent == null && type == PrimitiveTypeName.DOUBLE) {
            values.addDoubles(content.asDoubleBuffer(), count);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (isPresent != null && !isPresent[i]) {
                values.addNull();
                continue;
            }
            switch (type) {
                case DOUBLE -> values.addDouble(content.getDouble());
                case FLOAT -> values.addFloat(content.getFloat());
                case INT32 -> values.addInt(content.getInt());
                case INT64 -> values.addLong(content.getLong());
                default -> values.addBinary(binary(content));
            }
        }
    }

    /// The bytes of the next value, after their length; shares the page's memory.
    private static Binary binary(ByteBuffer content) {
        int length = content.getInt();
        ByteBuffer bytes = content.slice(content.position(), length);
        content.position(content.position() + length);
        return Binary.fromConstantByteBuffer(bytes);
    }
}
