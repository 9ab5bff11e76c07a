package org.sheliak.runtime.source.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.runtime.source.TestData;
import org.sheliak.runtime.source.lane.Lanes;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.value.DateValue;

class ParquetFileTest {
    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void read_eachType_givesItsValues() throws Exception {
        Path file = write("""
                SELECT * FROM (VALUES
                  (1::TINYINT, -2::SMALLINT, 3::INTEGER, -4::BIGINT, 200::UTINYINT, 60000::USMALLINT,
                   4000000000::UINTEGER, 18446744073709551615::UBIGINT, 1.5::FLOAT, 0.1::DOUBLE, true, 'ü€',
                   DATE '1969-12-31', TIMESTAMP '2001-02-03 04:05:06.789123', TIMESTAMPTZ '2001-02-03 04:05:06Z',
                   TIMESTAMP_MS '2001-02-03 04:05:06.789', TIMESTAMP_NS '2001-02-03 04:05:06.789123456',
                   1.23::DECIMAL(4,2), 12345678901.5::DECIMAL(18,1), 0.1::DECIMAL(30,3),
                   '12345678-1234-1234-1234-123456789abc'::UUID),
                  (NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,
                   NULL,NULL))
                AS t(i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, flag, text, day, micros, utc, millis, nanos,
                     d9, d18, d38, uuid)""", "");
        DateValue instant = date("2001-02-03T04:05:06.789Z");
        List<Object> expected = List.of(
                1.0,
                -2.0,
                3.0,
                -4.0,
                200.0,
                60000.0,
                4e9,
                0x1p64,
                1.5,
                0.1,
                true,
                "ü€",
                new DateValue(-86_400_000),
                instant,
                date("2001-02-03T04:05:06Z"),
                instant,
                instant,
                1.23,
                12345678901.5,
                0.1,
                "12345678-1234-1234-1234-123456789abc");
        try (Table table = ParquetFile.read(file, null, allocator)) {
            assertThat(row(table, 0)).isEqualTo(expected);
            assertThat(row(table, 1)).containsOnlyNulls();
            assertThat(((NumberColumn) table.column("i8")).layout()).isEqualTo(NumberColumn.Layout.INT8);
            assertThat(((NumberColumn) table.column("i64")).layout()).isEqualTo(NumberColumn.Layout.INT64);
        }
    }

    @Test
    void read_nested_givesListsAndObjects() throws Exception {
        Path file = write("""
                SELECT * FROM (VALUES
                  ([1, NULL, 3], {'a': 1, 'b': ['x']}, MAP {'k': 1.5}, [{'a': 1}], [[1], []]),
                  (NULL, NULL, NULL, NULL, NULL),
                  ([], {'a': NULL, 'b': NULL}, MAP {}, [], [NULL]))
                AS t(list, struct, map, structs, lists)""", "");
        try (Table table = ParquetFile.read(file, null, allocator)) {
            assertThat(row(table, 0))
                    .isEqualTo(List.of(
                            Arrays.asList(1.0, null, 3.0),
                            Map.of("a", 1.0, "b", List.of("x")),
                            Map.of("k", 1.5),
                            List.of(Map.of("a", 1.0)),
                            List.of(List.of(1.0), List.of())));
            assertThat(row(table, 1)).containsOnlyNulls();
            assertThat(row(table, 2).get(0)).isEqualTo(List.of());
            assertThat(row(table, 2).get(2)).isEqualTo(Map.of());
            assertThat(row(table, 2).get(4)).isEqualTo(Arrays.asList((Object) null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "uncompressed, V1",
        "snappy, V1",
        "gzip, V1",
        "zstd, V1",
        "lz4_raw, V1",
        "zstd, V2",
        "snappy, V2",
    })
    void read_manyRowGroups_keepsTheOrder(String codec, String version) throws Exception {
        Path file = write(
                "SELECT i::INTEGER AS i, CASE WHEN i % 3 = 0 THEN NULL ELSE i / 7 END AS x, 'name ' || i % 100 AS name,"
                        + " 'text ' || i AS text FROM range(50000) r(i)",
                ", COMPRESSION " + codec + ", PARQUET_VERSION " + version + ", ROW_GROUP_SIZE 8192");
        try (Table table = ParquetFile.read(file, null, allocator)) {
            assertThat(table.rowCount()).isEqualTo(50_000);
            for (int row = 0; row < 50_000; row++) {
                Double x = row % 3 == 0 ? null : (Double) (row / 7.0);
                assertThat(row(table, row))
                        .isEqualTo(Arrays.asList((double) row, x, "name " + row % 100, "text " + row));
            }
        }
    }

    /// Pages with codes of a dictionary and plain ones, with nulls and without, all null, of every width.
    @ParameterizedTest
    @CsvSource({"V1, 1000000", "V2, 1000000", "V1, 0", "V2, 0"})
    void read_eachPage_agreesWithDuckdb(String version, int dictionaryLimit) throws Exception {
        String query = """
                SELECT (hash(i) % 100)::TINYINT AS i8, (hash(i + 1) % 50)::SMALLINT AS i16, (hash(i + 2) % 9)::INTEGER AS i32,
                  i * 1000000007 AS i64, (hash(i + 3) % 200)::UTINYINT AS u8, (hash(i + 4) % 60000)::USMALLINT AS u16,
                  (4294967295 - i)::UINTEGER AS u32, (i / 4)::FLOAT AS f32, hash(i) / 3.0 AS f64,
                  CASE WHEN i % 5 < 2 THEN NULL ELSE (hash(i) % 300)::INTEGER END AS some32,
                  CASE WHEN i % 7 = 2 THEN NULL ELSE i / 3.0 END AS some64, NULL::DOUBLE AS none,
                  CASE WHEN i < 9000 THEN NULL ELSE 'late ' || i % 3 END AS late, CASE WHEN i % 3 = 0 THEN NULL ELSE 'é' || hash(i) % 7000 END AS text,
                  i % 3 = 0 AS flag, (i / 100.0)::DECIMAL(9,2) AS d9, make_timestamp(i * 1234567891) AS micros,
                  make_timestamp_ns(i * 1234567891) AS nanos, DATE '2000-01-01' + i::INTEGER AS day
                FROM range(30000) r(i)""";
        Path file = write(
                query,
                ", PARQUET_VERSION " + version + ", ROW_GROUP_SIZE 8192, DICTIONARY_SIZE_LIMIT " + dictionaryLimit);
        try (Table table = ParquetFile.read(file, null, allocator);
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            for (int row = 0; rows.next(); row++) {
                List<Object> expected = new ArrayList<>();
                for (int column = 1; column <= table.columns().size(); column++) {
                    expected.add(javaScript(rows.getObject(column)));
                }
                assertThat(row(table, row)).isEqualTo(expected);
            }
        }
    }

    /// Strings of which more may wait to be numbered, and fewer, than a file has; the first row group's have a
    /// dictionary or not.
    @ParameterizedTest
    @CsvSource({"10000, 0", "10000, 200000", "10000, 10000000", "0, 0", "0, 200000", "0, 10000000"})
    void take_strings_givesThemWhateverMayWait(int manyFrom, long mostBytes) throws Exception {
        String query = "SELECT CASE WHEN i % 5 = 0 THEN NULL WHEN i < " + manyFrom
                + " THEN 'few ' || i % 9 ELSE 'many ' || hash(i) % 20000 END AS text FROM range(40000) r(i)";
        Path file = write(query, ", ROW_GROUP_SIZE 8192, DICTIONARY_SIZE_LIMIT 100");
        try (FileChannel channel = FileChannel.open(file);
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet expected = statement.executeQuery(query)) {
            FileMetaData metadata = ParquetFooter.read(channel);
            Type field = ParquetSchema.of(metadata.getSchema()).getFields().getFirst();
            List<FieldChunks> groups = FieldChunks.of(channel, metadata, field, new Buffers.Reused());
            try (StringLane lane = new StringLane(groups, new Utf8ColumnBuilder(0, false, allocator), mostBytes)) {
                Lanes.run(List.of(lane));
                try (Column column = lane.build()) {
                    for (int row = 0; expected.next(); row++) {
                        assertThat(column.value(row)).isEqualTo(expected.getString(1));
                    }
                }
            }
        }
    }

    @Test
    void read_columnsAskedFor_givesThoseThatExist() throws Exception {
        Path file = write("SELECT 1 AS a, 2 AS b, 3 AS c", "");
        try (Table table = ParquetFile.read(file, List.of("c", "a", "z"), allocator)) {
            assertThat(table.columns().keySet()).containsExactly("a", "c");
            assertThat(table.rowCount()).isEqualTo(1);
        }
    }

    @Test
    void read_noRows_givesNone() throws Exception {
        Path file = write("SELECT 1 AS a, [1] AS b WHERE false", "");
        try (Table table = ParquetFile.read(file, null, allocator)) {
            assertThat(table.columns().keySet()).containsExactly("a", "b");
            assertThat(table.rowCount()).isZero();
        }
    }

    @Test
    void read_noParquetFile_saysWhatWasFound() throws Exception {
        Path file = folder.resolve("file.parquet");
        Files.writeString(file, "PAR1 is not");
        assertThatThrownBy(() -> ParquetFile.read(file, null, allocator))
                .hasMessage("ends after 11 bytes, but a Parquet file ends with PAR1");
        Files.writeString(file, "a,b,c\n1,2,3\n4,5,6\n");
        assertThatThrownBy(() -> ParquetFile.read(file, null, allocator))
                .hasMessageStartingWith("ends after 18 bytes with \"5,6?\", but a Parquet file ends with PAR1");
    }

    @Test
    void read_damaged_isAnIoException() throws Exception {
        Path whole = write("SELECT i AS a, 'x' || i AS b FROM range(10000) r(i)", "");
        byte[] bytes = Files.readAllBytes(whole);
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 100, 2000, (byte) 0x55);
        Files.write(whole, damaged);
        assertThatThrownBy(() -> ParquetFile.read(whole, null, allocator)).isInstanceOf(IOException.class);
        byte[] wrongLength = bytes.clone();
        wrongLength[bytes.length - 5] = 0x7F;
        Files.write(whole, wrongLength);
        assertThatThrownBy(() -> ParquetFile.read(whole, null, allocator))
                .hasMessageStartingWith("says that its footer has ");
    }

    @Test
    void read_flights_agreesWithDuckdb() throws Exception {
        Path file = TestData.folder().resolve("flights-3m.parquet");
        assumeThat(file).exists();
        try (Table table = ParquetFile.read(file, null, allocator);
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM '" + file + "' LIMIT 1000 OFFSET 2000000")) {
            assertThat(table.rowCount()).isEqualTo(3_000_000);
            for (int row = 2_000_000; rows.next(); row++) {
                List<Object> expected = new ArrayList<>();
                for (int column = 1; column <= table.columns().size(); column++) {
                    expected.add(javaScript(rows.getObject(column)));
                }
                assertThat(row(table, row)).isEqualTo(expected);
            }
        }
    }

    private static Object javaScript(Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number.doubleValue();
            case java.sql.Timestamp timestamp -> new DateValue(timestamp.getTime());
            case java.time.LocalDate day -> new DateValue(day.toEpochDay() * 86_400_000.0);
            default -> value;
        };
    }

    private Path write(String query, String options) throws SQLException {
        Path file = folder.resolve("file.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet" + options + ")");
        }
        return file;
    }

    private static List<Object> row(Table table, int row) {
        List<Object> values = new ArrayList<>();
        for (Column column : table.columns().values()) {
            values.add(column.value(row));
        }
        return values;
    }

    private static DateValue date(String instant) {
        return new DateValue(Instant.parse(instant).toEpochMilli());
    }
}
