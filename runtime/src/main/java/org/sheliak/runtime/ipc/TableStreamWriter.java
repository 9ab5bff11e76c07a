package org.sheliak.runtime.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Undefined;

/// Writes a table as an Arrow IPC stream of one record batch.
///
/// Numbers keep their layout, but 64-bit integers become float64, which is what JavaScript reads them as; float64 of
/// few
/// different values, such as bins, is dictionary-encoded. Dates are timestamps in milliseconds, UTC. Strings are
/// dictionary-encoded where that is shorter. Other values are UTF-8
/// JSON text in a field with the metadata `sheliak.type=json`, where Arrow's null stands for `undefined`. Rows without
/// any column are counted by a field with the metadata `sheliak.type=rows`.
///
/// Source: Arrow columnar format, https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format.
public final class TableStreamWriter implements AutoCloseable {
    static final Map<String, String> JSON_METADATA = Map.of("sheliak.type", "json");
    static final Map<String, String> ROWS_METADATA = Map.of("sheliak.type", "rows");
    private static final ArrowType.Int UINT8 = new ArrowType.Int(8, false);
    private static final ArrowType.Int INT32 = new ArrowType.Int(32, true);
    private static final ArrowType UTC_MILLIS = new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");

    /// Numbers that go as float64.
    private static final Set<NumberColumn.Layout> LONG =
            EnumSet.of(NumberColumn.Layout.FLOAT64, NumberColumn.Layout.INT64);

    private static final int METADATA_BYTES = 512;

    private final BufferAllocator allocator;
    private final List<FieldVector> vectors = new ArrayList<>();
    private final MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    private long dictionaryCount;

    private TableStreamWriter(BufferAllocator allocator) {
        this.allocator = allocator;
    }

    /// Whether the strings of a field are JSON texts that stand for other values.
    static boolean isJson(Field field) {
        return field.getMetadata().entrySet().containsAll(JSON_METADATA.entrySet());
    }

    /// The stream of a table, which is borrowed.
    public static byte[] write(Table table, BufferAllocator allocator) {
        try (TableStreamWriter writer = new TableStreamWriter(allocator)) {
            table.columns().forEach(writer::add);
            if (table.columns().isEmpty() && table.rowCount() > 0) {
                writer.addRows(table.rowCount());
            }
            return writer.stream(table.rowCount());
        }
    }

    private void add(String name, Column column) {
        switch (column) {
            case NumberColumn numbers -> addNumbers(name, numbers);
            case DateColumn dates -> {
                try (BaseFixedWidthVector vector = dates.vector(allocator)) {
                    addShared(name, vector, UTC_MILLIS);
                }
            }
            case BooleanColumn booleans -> addShared(name, booleans.vector(), ArrowType.Bool.INSTANCE);
            case StringColumn strings -> addStrings(name, strings);
            case ValueColumn values -> addJson(name, values);
        }
    }

    private void addShared(String name, BaseFixedWidthVector source, ArrowType type) {
        share(source, new Field(name, FieldType.nullable(type), null));
    }

    private void share(BaseFixedWidthVector source, Field field) {
        FieldVector vector = register(field.createVector(allocator));
        vector.loadFieldBuffers(
                new ArrowFieldNode(source.getValueCount(), source.getNullCount()), source.getFieldBuffers());
    }

    private void addNumbers(String name, NumberColumn numbers) {
        Optional<NumberCodes> coded = LONG.contains(numbers.layout()) ? NumberCodes.of(numbers) : Optional.empty();
        if (coded.isEmpty() && numbers.layout() == NumberColumn.Layout.INT64) {
            addDoubles(name, numbers);
            return;
        }
        try (BaseFixedWidthVector vector = numbers.vector(allocator)) {
            if (coded.isPresent()) {
                addCodes(name, coded.get(), vector);
            } else {
                addShared(name, vector, vector.getField().getType());
            }
        }
    }

    /// @param source tells the nulls
    private void addCodes(String name, NumberCodes coded, BaseFixedWidthVector source) {
        Float8Vector distinct = new Float8Vector("", allocator);
        DictionaryEncoding encoding = addDictionary(distinct, UINT8);
        distinct.allocateNew(coded.numbers().length);
        for (int code = 0; code < coded.numbers().length; code++) {
            distinct.set(code, coded.numbers()[code]);
        }
        distinct.setValueCount(coded.numbers().length);
        FieldVector vector =
                register(new Field(name, new FieldType(true, UINT8, encoding), null).createVector(allocator));
        try (ArrowBuf codes = allocator.buffer(coded.codes().length)) {
            codes.setBytes(0, coded.codes());
            codes.writerIndex(coded.codes().length);
            vector.loadFieldBuffers(
                    new ArrowFieldNode(source.getValueCount(), source.getNullCount()),
                    List.of(source.getFieldBuffers().getFirst(), codes));
        }
    }

    /// @param distinct the values, which may be filled later; owned from now on
    private DictionaryEncoding addDictionary(FieldVector distinct, ArrowType.Int codes) {
        DictionaryEncoding encoding = new DictionaryEncoding(dictionaryCount++, false, codes);
        dictionaries.put(new Dictionary(distinct, encoding));
        return encoding;
    }

    private void addDoubles(String name, NumberColumn numbers) {
        Float8Vector vector = register(new Float8Vector(name, allocator));
        vector.allocateNew(numbers.length());
        for (int row = 0; row < numbers.length(); row++) {
            if (numbers.isNull(row)) {
                vector.setNull(row);
            } else {
                vector.set(row, numbers.number(row));
            }
        }
        vector.setValueCount(numbers.length());
    }

    private void addStrings(String name, StringColumn strings) {
        if (2L * strings.dictionary().size() > strings.length()) {
            addText(new Field(name, FieldType.nullable(ArrowType.Utf8.INSTANCE), null), strings.length(), row ->
                    (String) strings.value(row));
            return;
        }
        VarCharVector distinct = new VarCharVector("", allocator);
        DictionaryEncoding encoding = addDictionary(distinct, INT32);
        List<String> dictionary = strings.dictionary();
        fill(distinct, dictionary.size(), dictionary::get);
        share(strings.vector(), new Field(name, new FieldType(true, INT32, encoding), null));
    }

    private void addJson(String name, ValueColumn values) {
        FieldType type = new FieldType(true, ArrowType.Utf8.INSTANCE, null, JSON_METADATA);
        addText(new Field(name, type, null), values.length(), row -> {
            Object value = values.value(row);
            return value == Undefined.UNDEFINED ? null : ValueText.write(value);
        });
    }

    private void addRows(int rowCount) {
        Field field = new Field("", new FieldType(true, ArrowType.Bool.INSTANCE, null, ROWS_METADATA), null);
        FieldVector vector = register(field.createVector(allocator));
        vector.setInitialCapacity(rowCount);
        vector.allocateNew();
        vector.setValueCount(rowCount);
    }

    private void addText(Field field, int length, TextAtRow text) {
        fill((VarCharVector) register(field.createVector(allocator)), length, text);
    }

    private static void fill(VarCharVector vector, int length, TextAtRow text) {
        vector.allocateNew(length);
        for (int row = 0; row < length; row++) {
            String string = text.at(row);
            if (string == null) {
                vector.setNull(row);
            } else {
                vector.setSafe(row, string.getBytes(StandardCharsets.UTF_8));
            }
        }
        vector.setValueCount(length);
    }

    private <V extends FieldVector> V register(V vector) {
        vectors.add(vector);
        return vector;
    }

    private byte[] stream(int rowCount) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expectedBytes());
        List<Field> fields = vectors.stream().map(FieldVector::getField).toList();
        VectorSchemaRoot root = new VectorSchemaRoot(fields, vectors, rowCount);
        try (ArrowStreamWriter writer = new ArrowStreamWriter(root, dictionaries, Channels.newChannel(bytes))) {
            writer.start();
            writer.writeBatch();
            writer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// About the length of the stream, so that it need not grow while it is written.
    private int expectedBytes() {
        long bytes = METADATA_BYTES;
        for (FieldVector vector : vectors) {
            bytes += vector.getBufferSize() + METADATA_BYTES;
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE / 2);
    }

    @Override
    public void close() {
        vectors.forEach(FieldVector::close);
        dictionaries.close();
    }

    private interface TextAtRow {
        /// The text at a row, or `null` for Arrow's null.
        @Nullable
        String at(int row);
    }
}
