package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.NumberText;

/// Compares what is read from texts with what vega-loader reads: `src/test/node/source/generate.js`.
class DataFileGoldenTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// @param rows null where vega-loader fails
    record Case(String text, JsonObject format, List<String> rows) {}

    static Stream<Case> cases() throws IOException {
        try (var input = DataFileGoldenTest.class.getResourceAsStream("/source/cases.json")) {
            JsonArray cases = (JsonArray) JsonReader.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
            return cases.elements().stream()
                    .map(JsonObject.class::cast)
                    .map(object -> new Case(
                            ((JsonString) object.get("text")).value(),
                            (JsonObject) object.get("format"),
                            object.get("rows") instanceof JsonArray(List<JsonValue> rows)
                                    ? rows.stream()
                                            .map(row -> ((JsonString) row).value())
                                            .toList()
                                    : null));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void read_givesTheRowsOfVega(Case example) {
        if (example.rows() == null) {
            assertThatThrownBy(() -> readAndClose(example)).isInstanceOf(SheliakException.class);
            return;
        }
        try (BufferAllocator allocator = new RootAllocator();
                Table table = new DataFile(DataFormat.of(example.format(), ""), null, NEW_YORK, allocator)
                        .read(example.text())) {
            List<String> rows = new ArrayList<>();
            RowView row = new RowView(table);
            for (int index = 0; index < table.rowCount(); index++) {
                rows.add(describe(row.at(index).toObject()));
            }
            assertThat(rows.stream().map(DataFileGoldenTest::sorted).toList())
                    .isEqualTo(example.rows().stream()
                            .map(DataFileGoldenTest::sorted)
                            .toList());
        }
    }

    private static void readAndClose(Case example) {
        try (BufferAllocator allocator = new RootAllocator()) {
            new DataFile(DataFormat.of(example.format(), ""), null, NEW_YORK, allocator)
                    .read(example.text())
                    .close();
        }
    }

    /// The members of a row in the order of their names: a table's columns have one order, rows of JSON
    /// any.
    private static String sorted(String row) {
        return Stream.of(row.substring(1, row.length() - 1).split(", (?=\\w+: )"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static String describe(Object value) {
        return switch (value) {
            case null -> "null";
            case Double number ->
                "number " + NumberText.toText(number).replaceFirst("^0$", 1 / number < 0 ? "-0" : "0");
            case Boolean bool -> "boolean " + bool;
            case DateValue(double millis) -> "date " + NumberText.toText(millis);
            case List<?> list ->
                list.stream().map(DataFileGoldenTest::describe).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> member.getKey() + ": " + describe(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> "string " + value;
        };
    }
}
