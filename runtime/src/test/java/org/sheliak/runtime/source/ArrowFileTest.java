package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.ipc.TableStreamReader;
import org.sheliak.runtime.ipc.TableStreamWriter;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.DateValue;

class ArrowFileTest {
    private static final int BATCH_ROWS = 10_001;
    private static final DictionaryEncoding ENCODING = new DictionaryEncoding(1, false, new ArrowType.Int(8, true));
    private static final ArrowType TEXT = ArrowType.Utf8.INSTANCE;
    private static final Schema SCHEMA = new Schema(List.of(
            Field.nullable("x", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
            Field.notNullable("y", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
            Field.nullable("count", new ArrowType.Int(16, true)),
            Field.nullable("at", new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC")),
            Field.nullable("local", new ArrowType.Timestamp(TimeUnit.MILLISECOND, null)),
            Field.nullable("name", TEXT),
            Field.nullable("longName", ArrowType.LargeUtf8.INSTANCE),
            Field.nullable("view", ArrowType.Utf8View.INSTANCE),
            new Field("zone", new FieldType(true, ENCODING.getIndexType(), ENCODING), null)));
    private static final List<String> ZONES = List.of("north", "söuth", "west");

    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void read_batches_givesTheirRows(int batches) throws IOException {
        try (Table table = new FileTable(write(batches)).read(null, allocator)) {
            assertThat(table.rowCount()).isEqualTo(batches * BATCH_ROWS);
            requireRows(table, row -> row, batches * BATCH_ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void read_numbers_areMappedAndNotCopied(int batches) throws IOException {
        Path file = write(batches);
        Table table = new FileTable(file).read(List.of("x", "y", "count", "at", "local"), allocator);
        // A bit for each value tells whether it is null.
        assertThat(allocator.getAllocatedMemory() - Files.size(file)).isBetween(0L, (long) batches * BATCH_ROWS);
        Column dates = table.column("at").share();
        table.close();
        assertThat(dates).isInstanceOf(DateColumn.class);
        assertThat(dates.value(8)).isEqualTo(new DateValue(8e6));
        dates.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void read_strings_areMappedAndHaveRoomForTheirCodes(int batches) throws IOException {
        Path file = write(batches);
        Table table = new FileTable(file).read(List.of("name", "longName"), allocator);
        assertThat(allocator.getAllocatedMemory() - Files.size(file)).isBetween(0L, 14L * batches * BATCH_ROWS);
        Column names = table.column("name").share();
        Column longNames = table.column("longName").share();
        table.close();
        assertThat(names.value(8)).isEqualTo("name 8");
        names.close();
        assertThat(allocator.getAllocatedMemory()).isPositive();
        longNames.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    @Test
    void gather_rowsOfSeveralBatches_givesThem() throws IOException {
        int[] rows = IntStream.range(0, 3 * BATCH_ROWS)
                .map(row -> (int) (row * 7919L % (3 * BATCH_ROWS)))
                .toArray();
        try (Table table = new FileTable(write(3)).read(null, allocator);
                Table gathered = table.gather(rows, allocator)) {
            requireRows(gathered, row -> rows[row], rows.length);
        }
    }

    @Test
    void write_rowsOfSeveralBatches_isOneStream() throws IOException {
        try (Table table = new FileTable(write(3)).read(null, allocator);
                Table written = TableStreamReader.read(TableStreamWriter.write(table, allocator), allocator)) {
            requireRows(written, row -> row, 3 * BATCH_ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "y", "count", "at", "local"})
    void load_rowsAcrossBatches_areThoseOneByOne(String name) throws IOException {
        try (Table table = new FileTable(write(3)).read(List.of(name), allocator)) {
            NumericColumn column = (NumericColumn) table.column(name);
            for (int from : new int[] {0, 9_000, 10_000, BATCH_ROWS, BATCH_ROWS + 1, 2 * BATCH_ROWS - 2}) {
                double[] loaded = new double[BATCH_ROWS + 2];
                column.load(from, loaded.length, loaded);
                double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
                assertThat(column.widen(from, 2_000, range)).isFalse();
                for (int i = 0; i < loaded.length; i++) {
                    assertThat(column.isNull(from + i)).isEqualTo(isNull(name, from + i));
                    if (!isNull(name, from + i)) {
                        assertThat(loaded[i]).isEqualTo(number(name, from + i));
                        assertThat(i >= 2_000 || (range[0] <= loaded[i] && loaded[i] <= range[1]))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void read_stringsBeyondTheirBytes_isAClearError() throws IOException {
        Path file = write(1);
        byte[] bytes = Files.readAllBytes(file);
        // The offsets of "name": 0, 6, 12, ...
        ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int offsets = IntStream.iterate(0, at -> at + Long.BYTES)
                .filter(at -> IntStream.range(0, 8).allMatch(i -> content.getInt(at + 4 * i) == 6 * i))
                .findFirst()
                .orElseThrow();
        Files.write(file, content.putInt(offsets + 4 * 5, 1 << 30).array());
        assertThatThrownBy(() -> new FileTable(file).read(null, allocator))
                .hasMessageContaining("a string of column \"name\" begins at byte 1073741824 of ");
    }

    private static void requireRows(Table table, IntUnaryOperator rowOf, int rows) {
        assertThat(table.rowCount()).isEqualTo(rows);
        for (int index = 0; index < rows; index++) {
            int row = rowOf.applyAsInt(index);
            boolean isNull = isNull("x", row);
            assertThat(value(table, "x", index)).isEqualTo(isNull ? null : number("x", row));
            assertThat(value(table, "y", index)).isEqualTo(number("y", row));
            assertThat(value(table, "count", index)).isEqualTo(isNull ? null : number("count", row));
            assertThat(value(table, "at", index)).isEqualTo(isNull ? null : new DateValue(number("at", row)));
            assertThat(value(table, "local", index)).isEqualTo(isNull ? null : new DateValue(number("at", row)));
            assertThat(value(table, "name", index)).isEqualTo("name " + row % 10);
            assertThat(value(table, "longName", index)).isEqualTo(isNull ? null : "näme " + row);
            assertThat(value(table, "view", index)).isEqualTo(isNull ? null : view(row));
            assertThat(value(table, "zone", index)).isEqualTo(isNull ? null : ZONES.get(row % ZONES.size()));
        }
    }

    private static boolean isNull(String name, int row) {
        return !name.equals("y") && row % 7 == 3;
    }

    private static double number(String name, int row) {
        return switch (name) {
            case "x" -> row / 4.0;
            case "y" -> row * 3.0;
            case "count" -> row % 30_000;
            default -> row * 1e6;
        };
    }

    private static Object value(Table table, String name, int row) {
        return table.column(name).value(row);
    }

    private Path write(int batches) throws IOException {
        Path file = folder.resolve("file.arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                VarCharVector zones = new VarCharVector("zones", allocator);
                VectorSchemaRoot root = VectorSchemaRoot.create(SCHEMA, allocator)) {
            IntStream.range(0, ZONES.size()).forEach(code -> zones.setSafe(code, utf8(ZONES.get(code))));
            zones.setValueCount(ZONES.size());
            MapDictionaryProvider dictionaries = new MapDictionaryProvider(new Dictionary(zones, ENCODING));
            try (ArrowFileWriter writer = new ArrowFileWriter(root, dictionaries, channel)) {
                for (int batch = 0; batch < batches; batch++) {
                    for (int index = 0; index < BATCH_ROWS; index++) {
                        set(root, index, batch * BATCH_ROWS + index);
                    }
                    root.setRowCount(BATCH_ROWS);
                    writer.writeBatch();
                }
            }
        }
        return file;
    }

    private static void set(VectorSchemaRoot root, int index, int row) {
        boolean isNull = row % 7 == 3;
        int isSet = isNull ? 0 : 1;
        ((Float8Vector) root.getVector("x")).setSafe(index, isSet, row / 4.0);
        ((Float8Vector) root.getVector("y")).setSafe(index, row * 3.0);
        ((SmallIntVector) root.getVector("count")).setSafe(index, isSet, (short) (row % 30_000));
        ((TimeStampMilliTZVector) root.getVector("at")).setSafe(index, isSet, row * 1_000_000L);
        ((TimeStampMilliVector) root.getVector("local")).setSafe(index, isSet, row * 1_000_000L);
        ((VarCharVector) root.getVector("name")).setSafe(index, utf8("name " + row % 10));
        LargeVarCharVector longNames = (LargeVarCharVector) root.getVector("longName");
        if (isNull) {
            longNames.setNull(index);
        } else {
            longNames.setSafe(index, utf8("näme " + row));
        }
        ViewVarCharVector views = (ViewVarCharVector) root.getVector("view");
        if (isNull) {
            views.setNull(index);
        } else {
            views.setSafe(index, utf8(view(row)));
        }
        ((TinyIntVector) root.getVector("zone")).setSafe(index, isSet, (byte) (row % ZONES.size()));
    }

    /// Short enough to stand in the view, or not.
    private static String view(int row) {
        return row % 2 == 0 ? "view " + row % 100 : "a view of the row " + row;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
