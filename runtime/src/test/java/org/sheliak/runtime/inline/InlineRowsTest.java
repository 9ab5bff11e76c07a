package org.sheliak.runtime.inline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.spec.Members;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

class InlineRowsTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void of_valuesOfJson_standForThemselves() {
        InlineRows rows = rows(2.5, null, Undefined.UNDEFINED, "a\u2028", true, List.of(1.0, Map.of("b", "c")));
        assertThat(JsonWriter.write(rows.values()))
                .isEqualTo("[{\"x\":2.5},{\"x\":null},{},{\"x\":\"a\u2028\"},{\"x\":true},{\"x\":[1,{\"b\":\"c\"}]}]");
        assertThat(rows.transforms()).isEmpty();
        assertThat(rows.signals()).isEmpty();
    }

    @Test
    void of_dates_areMilliseconds() {
        InlineRows rows = rows(new DateValue(-1), null, new DateValue(Double.NaN));
        assertThat(JsonWriter.write(rows.values())).isEqualTo("[{\"x\":-1},{\"x\":null},{\"x\":\"\"}]");
        assertThat(formula(rows)).isEqualTo("isValid(datum[\"x\"]) ? datetime(datum[\"x\"]) : datum[\"x\"]");
    }

    @Test
    void of_numbersThatJsonLacks_areText() {
        InlineRows rows = rows(1.0, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, null);
        assertThat(JsonWriter.write(rows.values()))
                .isEqualTo("[{\"x\":1},{\"x\":\"NaN\"},{\"x\":\"-Infinity\"},{\"x\":\"-0\"},{\"x\":null}]");
        assertThat(formula(rows)).isEqualTo("isString(datum[\"x\"]) ? toNumber(datum[\"x\"]) : datum[\"x\"]");
    }

    @Test
    void of_mixedValues_arePlacesInAList() {
        List<@Nullable Object> nested = new ArrayList<>(Arrays.asList(Double.NaN, null, Undefined.UNDEFINED));
        Object[] values = {"NaN", new DateValue(5), nested, Double.POSITIVE_INFINITY, "NaN", Map.of("d", -0.0)};
        InlineRows rows = rows(values);
        assertThat(JsonWriter.write(rows.values()))
                .isEqualTo("[{\"x\":0},{\"x\":1},{\"x\":2},{\"x\":3},{\"x\":0},{\"x\":4}]");
        assertThat(formula(rows)).isEqualTo("list0[datum[\"x\"]]");
        String list = Members.text((JsonObject) rows.signals().getFirst(), "init");
        assertThat(list).isEqualTo("[\"NaN\", datetime(5), [NaN, null, [][0]], 1e999, {\"d\": -0}]");
    }

    @Test
    void of_limit_keepsTheFirstRows() {
        try (Table table = table(1.0, 2.0, Double.NaN)) {
            InlineRows rows = InlineRows.of(table, 2, "list");
            assertThat(rows.values()).isEqualTo(JsonReader.read("[{\"x\": 1}, {\"x\": 2}]"));
            assertThat(rows.transforms()).isEmpty();
        }
    }

    private static @Nullable String formula(InlineRows rows) {
        JsonObject formula = (JsonObject) rows.transforms().getFirst();
        assertThat(Members.text(formula, "as")).isEqualTo("x");
        return Members.text(formula, "expr");
    }

    private InlineRows rows(@Nullable Object... values) {
        try (Table table = table(values)) {
            return InlineRows.of(table, table.rowCount(), "list");
        }
    }

    private Table table(@Nullable Object... values) {
        TableBuilder builder = new TableBuilder();
        for (Object value : values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("x", value);
            builder.append(row);
        }
        return builder.build(allocator);
    }
}
