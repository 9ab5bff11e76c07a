package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.source.delimited.DelimitedReader;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;

/// Compares what is read from random texts, in parts of any size, with what vega-loader reads:
/// `src/test/node/source/random-texts.js`.
class RandomTextsTest {
    private static final List<Integer> PART_BYTES = List.of(1, 2, 3, 20, 100, 1 << 20);

    @TempDir
    private Path folder;

    /// @param text in the spec, `null` for a file that is not well-formed
    /// @param bytes of a file
    @SuppressWarnings("ArrayRecordComponent")
    record Case(String text, byte[] bytes, JsonObject format, List<String> rows) {
        @Override
        public String toString() {
            return format + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Stream<Case> cases() throws IOException {
        try (var input = RandomTextsTest.class.getResourceAsStream("/source/texts.json")) {
            JsonArray cases = (JsonArray) JsonReader.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
            return cases.elements().stream().map(JsonObject.class::cast).map(RandomTextsTest::example);
        }
    }

    private static Case example(JsonObject object) {
        String text = object.get("text") instanceof JsonString(String given) ? given : null;
        return new Case(
                text,
                text == null
                        ? Base64.getDecoder().decode(((JsonString) object.get("bytes")).value())
                        : text.getBytes(StandardCharsets.UTF_8),
                (JsonObject) object.get("format"),
                ((JsonArray) object.get("rows"))
                        .elements().stream()
                                .map(row -> ((JsonString) row).value())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void read_partsOfAnySize_givesTheRowsOfVega(Case example) throws IOException {
        Path file = Files.write(folder.resolve("text.csv"), example.bytes);
        try (BufferAllocator allocator = new RootAllocator()) {
            DataFile data =
                    new DataFile(DataFormat.of(example.format, ""), null, ZoneId.of("America/New_York"), allocator);
            for (int partBytes : PART_BYTES) {
                DelimitedReader reader = data.delimited(partBytes);
                check(example, data.typed(reader.read(file, allocator)), partBytes);
                if (example.text != null && partBytes >= 100) {
                    check(example, data.typed(reader.read(example.text, allocator)), partBytes);
                }
            }
        }
    }

    private static void check(Case example, Table given, int partBytes) {
        try (Table table = given) {
            RowView row = new RowView(table);
            assertThat(IntStream.range(0, table.rowCount())
                            .mapToObj(index -> described(row.at(index).toObject()))
                            .toList())
                    .describedAs("in parts of %d bytes", partBytes)
                    .isEqualTo(example.rows);
        }
    }

    private static String described(Map<String, Object> row) {
        return new TreeMap<>(row)
                .entrySet().stream()
                        .map(member -> member.getKey() + ": " + DataFileGoldenTest.describe(member.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
