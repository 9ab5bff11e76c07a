package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.ipc.TableStreamWriter;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

class FileTableTest {
    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void read_csv_findsTheTypes() throws IOException {
        try (Table table = read("a.csv", "n,s\n1,x\n2.5,y\n")) {
            assertThat(new RowView(table).at(1).toObject())
                    .containsEntry("n", 2.5)
                    .containsEntry("s", "y");
        }
    }

    @Test
    void read_columnsAskedFor_givesThose() throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, "[{\"a\":1,\"b\":2}]");
        try (Table table = new FileTable(file).read(List.of("b", "c"), allocator)) {
            assertThat(table.columns().keySet()).containsExactly("b");
        }
    }

    @Test
    void read_arrowStream_isKnownByItsBytes() throws IOException {
        Path file = folder.resolve("a.arrow");
        TableBuilder builder = new TableBuilder();
        builder.append(5.0);
        try (Table table = builder.build(allocator)) {
            Files.write(file, TableStreamWriter.write(table, allocator));
        }
        try (Table table = new FileTable(file).read(null, allocator)) {
            assertThat(table.column("data").value(0)).isEqualTo(5.0);
        }
    }

    @Test
    void read_arrowFlights_hasTheRowsOfTheJsonFile() {
        Path arrow = TestData.folder().resolve("flights-200k.arrow");
        Path json = TestData.folder().resolve("flights-200k.json");
        assumeThat(arrow).exists();
        assumeThat(json).exists();
        try (Table fromArrow = new FileTable(arrow).read(null, allocator);
                Table fromJson = new FileTable(json).read(null, allocator)) {
            assertThat(fromArrow.rowCount()).isEqualTo(fromJson.rowCount());
            assertThat(fromArrow.columns().keySet())
                    .containsAll(fromJson.columns().keySet());
            for (int row = 0; row < fromJson.rowCount(); row += 997) {
                for (String name : fromJson.columns().keySet()) {
                    assertThat((Double) fromArrow.column(name).value(row))
                            .isCloseTo((Double) fromJson.column(name).value(row), Offset.offset(1e-3));
                }
            }
        }
    }

    @Test
    void read_malformed_saysWhatIsWrong() {
        assertFails("a.json", "[{\"a\":1", "a.json is no JSON: Unexpected end-of-input");
        assertFails("a.json", "", "a.json is empty, but JSON was expected");
        assertFails("a.json", "{} x", "a.json is no JSON: Unrecognized token 'x'");
        assertFails("a.arrow", "ARROW1 or not", "a.arrow ");
        assertFails("a.arrow", "no", "a.arrow ");
        assertFails("a.parquet", "no", "a.parquet ends after 2 bytes, but a Parquet file ends with PAR1");
    }

    @Test
    void read_missing_isADataSourceError() {
        FileTable missing = new FileTable(folder.resolve("none.csv"));
        assertThatThrownBy(() -> missing.read(null, allocator)).hasMessageEndingWith("none.csv does not exist");
        assertThatThrownBy(missing::state).hasMessageEndingWith("none.csv does not exist");
    }

    @Test
    void new_unknownEnding_isUnsupported() {
        assertThatThrownBy(() -> new FileTable(Path.of("a.xlsx")))
                .isInstanceOfSatisfying(
                        SheliakException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED));
    }

    private void assertFails(String name, String content, String message) {
        assertThatThrownBy(() -> read(name, content).close())
                .isInstanceOfSatisfying(
                        SheliakException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.DATA_SOURCE))
                .hasMessageContaining(message);
    }

    private Table read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return new FileTable(file).read(null, allocator);
    }
}
