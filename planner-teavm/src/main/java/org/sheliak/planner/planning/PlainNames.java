package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Parameters that name fields by texts alone, so that a planner knows what they name.
final class PlainNames {
    private PlainNames() {}

    /// The names in a list, or of one text; an absent name is empty. `null` when some name depends on a signal or has
    /// another form.
    static @Nullable List<String> of(JsonObject transform, String parameter) {
        return switch (transform.get(parameter)) {
            case null -> List.of();
            case JsonNull ignored -> List.of();
            case JsonString(String name) -> List.of(name);
            case JsonArray array -> elements(array);
            default -> null;
        };
    }

    private static @Nullable List<String> elements(JsonArray array) {
        List<String> names = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            switch (element) {
                case JsonNull ignored -> names.add("");
                case JsonString(String name) -> names.add(name);
                default -> {
                    return null;
                }
            }
        }
        return names;
    }

    /// The name at an index, or the empty one.
    static String at(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "";
    }

    /// The column that a reference without a path reads, or `null`.
    static @Nullable String column(String reference) {
        String column = FieldNames.outputName(reference);
        return !reference.isEmpty() && FieldNames.usage(reference).equals(ColumnUsage.of(column)) ? column : null;
    }

    /// A list of texts.
    static JsonArray array(List<String> names) {
        List<JsonValue> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(new JsonString(name));
        }
        return new JsonArray(texts);
    }
}
