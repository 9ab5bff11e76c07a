package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Parameters of transforms that are texts as they stand, not computed.
final class ParameterTexts {
    private static final String PATH_CHARACTERS = ".[]\\\"'";

    private ParameterTexts() {}

    /// The texts of a list, empty where an element is null; no texts when there is no list. Empty when there is
    /// anything else.
    static Optional<List<String>> list(JsonObject definition, String parameter) {
        JsonValue json = definition.get(parameter);
        if (json == null) {
            return Optional.of(List.of());
        }
        if (!(json instanceof JsonArray(List<JsonValue> elements))) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements) {
            if (!(element instanceof JsonString) && !(element instanceof JsonNull)) {
                return Optional.empty();
            }
            texts.add(text(element));
        }
        return Optional.of(texts);
    }

    /// The text, or an empty one for anything else.
    static String text(@Nullable JsonValue json) {
        return json instanceof JsonString(String text) ? text : "";
    }

    /// The text at an index; the fallback where it is empty or the list too short.
    static String element(List<String> texts, int index, String fallback) {
        return index < texts.size() && !texts.get(index).isEmpty() ? texts.get(index) : fallback;
    }

    /// Whether a reference to a field is its name, not a path into it.
    static boolean isPlainName(@Nullable JsonValue reference) {
        return isPlainName(text(reference));
    }

    /// Whether a reference to a field is its name, not a path into it.
    static boolean isPlainName(String reference) {
        return !reference.isEmpty()
                && reference.chars().noneMatch(character -> PATH_CHARACTERS.indexOf(character) >= 0);
    }
}
