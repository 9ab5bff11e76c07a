package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Utf8Run;

/// The column chunks of one field in one row group.
record FieldChunks(
        FileChannel file,
        MessageType schema,
        RowGroup group,
        Buffers buffers,
        @Nullable String createdBy) implements PageReadStore {

    /// The chunks of a field in each row group.
    static List<FieldChunks> of(FileChannel file, FileMetaData metadata, Type field, Buffers buffers) {
        MessageType schema = new MessageType("row", field);
        return metadata.getRow_groups().stream()
                .map(group -> new FieldChunks(file, schema, group, buffers, metadata.getCreated_by()))
                .toList();
    }

    @Override
    public long getRowCount() {
        return group.getNum_rows();
    }

    int rows() {
        return Math.toIntExact(getRowCount());
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor descriptor) {
        try {
            return new ChunkPages(pages(descriptor, new Buffers.New()), descriptor.getPrimitiveType());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PageStream pages(ColumnDescriptor descriptor, Buffers arrays) throws IOException {
        return PageStream.read(file, metadata(descriptor), arrays);
    }

    private ColumnMetaData metadata(ColumnDescriptor descriptor) throws ParquetFormatException {
        List<String> path = Arrays.asList(descriptor.getPath());
        for (ColumnChunk chunk : group.getColumns()) {
            if (chunk.getMeta_data() != null
                    && chunk.getMeta_data().getPath_in_schema().equals(path)) {
                return chunk.getMeta_data();
            }
        }
        throw new ParquetFormatException("has a row group without the column " + String.join(".", path));
    }

    private ColumnDescriptor leaf() {
        return schema.getColumns().getFirst();
    }

    /// Reads the values of a field that is not nested, numbers or dates, to where they belong, and
    /// returns which are null.
    BitSet readNumbers(MemorySegment target) throws IOException {
        ColumnDescriptor leaf = leaf();
        if (FlatPages.canRead(metadata(leaf), leaf)) {
            try (PageStream pages = pages(leaf, buffers)) {
                return new FlatNumbers(
                                LeafType.of(leaf.getPrimitiveType()),
                                leaf.getPrimitiveType().getPrimitiveTypeName(),
                                target)
                        .read(new FlatPages(pages, leaf, rows()));
            }
        }
        LeafValues values = leafValues();
        values.writeTo(target);
        return values.nulls();
    }

    /// The values of a field that is not nested, strings.
    List<Utf8Run> readStrings() throws IOException {
        ColumnDescriptor leaf = leaf();
        return FlatPages.canRead(metadata(leaf), leaf)
                ? FlatStrings.read(new FlatPages(pages(leaf, new Buffers.New()), leaf, rows()))
                : List.of(leafValues().strings());
    }

    /// The values of a field that is not nested, of any type and encoding.
    LeafValues leafValues() {
        ColumnDescriptor leaf = leaf();
        LeafValues values = new LeafValues(LeafType.of(leaf.getPrimitiveType()), rows());
        readOneByOne(leaf, values);
        return values;
    }

    private void readOneByOne(ColumnDescriptor descriptor, LeafValues values) {
        ColumnReader reader =
                new ColumnReadStoreImpl(this, new Root(values), schema, createdBy).getColumnReader(descriptor);
        for (int row = 0; row < rows(); row++) {
            if (reader.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
                reader.writeCurrentValueToConverter();
            } else {
                values.addNull();
            }
            reader.consume();
        }
    }

    /// The values of a nested field.
    List<@Nullable Object> nestedValues() {
        MessageColumnIO columns = new ColumnIOFactory(createdBy).getColumnIO(schema);
        RecordReader<Map<String, @Nullable Object>> reader = columns.getRecordReader(this, new NestedValues(schema));
        List<@Nullable Object> values = new ArrayList<>();
        for (long row = 0; row < getRowCount(); row++) {
            values.add(reader.read().get(schema.getFieldName(0)));
        }
        return values;
    }

    /// The row of a field that is not nested.
    private static final class Root extends GroupConverter {
        private final LeafValues values;

        Root(LeafValues values) {
            this.values = values;
        }

        @Override
        public Converter getConverter(int index) {
            return values;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
