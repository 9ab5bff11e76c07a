package org.sheliak.planner.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Reads members of JSON objects leniently: a member of another type than the asked one counts as absent.
public final class Members {
    private Members() {}

    /// The member as text, or `null`.
    public static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.value() : null;
    }

    /// The member as an object, or `null`.
    public static @Nullable JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject member ? member : null;
    }

    /// The elements of an array member; empty when the member is no array.
    public static List<JsonValue> elements(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array.elements() : List.of();
    }

    /// The expression of an object `{"signal": expression}`, or `null` for any other value.
    public static @Nullable String signal(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? text(object, "signal") : null;
    }
}
