package org.sheliak.runtime.inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.runtime.inline.EvaluatedSpec.Kind;
import org.sheliak.runtime.inline.EvaluatedSpec.Warning;
import org.sheliak.runtime.table.Table;

/// A client spec whose stubs are being filled.
final class InlineSpec {
    private final JsonObject clientSpec;
    private final int rowLimit;
    private final Map<String, JsonObject> data;
    private final Map<String, JsonObject> signals;
    private final List<JsonValue> lists = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    InlineSpec(JsonObject clientSpec, int rowLimit) {
        this.clientSpec = clientSpec;
        this.rowLimit = rowLimit;
        this.data = new LinkedHashMap<>();
        this.signals = new LinkedHashMap<>();
    }

    /// Gives a stub of a data set the rows of a table, which is borrowed.
    ///
    /// @param pointer JSON pointer to the data set in the original spec
    void setRows(String name, Table table, String pointer) {
        int rowCount = Math.min(table.rowCount(), rowLimit);
        if (rowCount < table.rowCount()) {
            String message = "the row limit keeps " + rowCount + " of the " + table.rowCount() + " rows of " + name;
            warnings.add(new Warning(Kind.ROW_LIMIT, pointer, message));
        }
        InlineRows rows = InlineRows.of(table, rowCount, unusedPrefix(name));
        lists.addAll(rows.signals());
        JsonObject members = JsonObject.EMPTY.with("values", rows.values());
        data.put(
                name,
                rows.transforms().isEmpty() ? members : members.with("transform", new JsonArray(rows.transforms())));
    }

    /// Names of signals that begin so are free as long as nobody calls one like the planner's stubs.
    private static String unusedPrefix(String name) {
        StringBuilder prefix = new StringBuilder("_values_");
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isPlain = character < 0x80 && Character.isLetterOrDigit(character);
            prefix.append(isPlain ? character : '_');
        }
        return prefix.append('_').toString();
    }

    /// Gives a stub of a signal its value.
    void setSignal(String name, @Nullable Object value) {
        signals.put(
                name,
                SpecValues.isJson(value)
                        ? JsonObject.EMPTY.with("value", SpecValues.json(value))
                        : JsonObject.EMPTY.with("init", new JsonString(SpecValues.expression(value))));
    }

    void warn(Warning warning) {
        warnings.add(warning);
    }

    List<Warning> warnings() {
        return warnings;
    }

    /// The spec with all that was set.
    JsonObject spec() {
        JsonObject spec = filled(clientSpec, "data", data, List.of());
        return filled(spec, "signals", signals, lists);
    }

    private static JsonObject filled(
            JsonObject spec, String member, Map<String, JsonObject> values, List<JsonValue> others) {
        if (values.isEmpty() && others.isEmpty()) {
            return spec;
        }
        List<JsonValue> entries = new ArrayList<>(others);
        for (JsonValue entry : Members.elements(spec, member)) {
            entries.add(entry instanceof JsonObject object ? filled(object, values) : entry);
        }
        return spec.with(member, new JsonArray(entries));
    }

    private static JsonObject filled(JsonObject stub, Map<String, JsonObject> values) {
        JsonObject value = values.get(Members.text(stub, "name"));
        JsonObject filled = value == null ? stub : stub.without("value");
        if (value != null) {
            for (Map.Entry<String, JsonValue> member : value.members().entrySet()) {
                filled = filled.with(member.getKey(), member.getValue());
            }
        }
        return filled;
    }
}
