package org.sheliak.planner.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value. Trees are immutable; members and elements keep the order of the source.
public sealed interface JsonValue {

    /// The literal `null`.
    record JsonNull() implements JsonValue {
        public static final JsonNull INSTANCE = new JsonNull();
    }

    /// The literals `true` and `false`.
    record JsonBoolean(boolean value) implements JsonValue {}

    /// A number; JSON has no NaN, but a tree that comes from JavaScript may hold one.
    record JsonNumber(double value) implements JsonValue {}

    /// A string.
    record JsonString(String value) implements JsonValue {}

    /// An array.
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /// An object. The order of its members is that of the source; keys are unique.
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /// The member of this name, or `null` when there is none.
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }

        /// This object with one member set: in its old place when it was there, else at the end.
        public JsonObject with(String name, JsonValue value) {
            Map<String, JsonValue> copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new JsonObject(copy);
        }

        /// This object without the member of this name; the same object when it has none.
        public JsonObject without(String name) {
            if (!members.containsKey(name)) {
                return this;
            }
            Map<String, JsonValue> copy = new LinkedHashMap<>(members);
            copy.remove(name);
            return new JsonObject(copy);
        }
    }
}
