package org.sheliak.planner.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// A data set of a spec.
///
/// @param pointer JSON pointer to the data set
public record DataSpec(JsonObject json, String pointer) {

    /// The name; empty when the spec gives none.
    public String name() {
        String name = Members.text(json, "name");
        return name == null ? "" : name;
    }

    /// The name of the one data set that this one derives from, or `null`.
    public @Nullable String source() {
        return Members.text(json, "source");
    }

    /// The names of all data sets that this one takes rows from, in order. An element that is no text is left out.
    public List<String> sources() {
        List<String> names = new ArrayList<>();
        if (source() instanceof String only) {
            names.add(only);
        }
        for (JsonValue element : Members.elements(json, "source")) {
            if (element instanceof JsonString(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    /// The address that the rows are loaded from: a string or a signal reference, or `null`.
    public @Nullable JsonValue url() {
        return json.get("url");
    }

    /// The inline rows, or `null` when there are none: Vega does not look at what is false to JavaScript.
    public @Nullable JsonValue values() {
        return switch (json.get("values")) {
            case null -> null;
            case JsonNull ignored -> null;
            case JsonString(String text) when text.isEmpty() -> null;
            case JsonNumber(double number) when number == 0 -> null;
            case JsonBoolean(boolean truth) when !truth -> null;
            case JsonValue values -> values;
        };
    }

    /// The `format` object, or `null`.
    public @Nullable JsonObject format() {
        return Members.object(json, "format");
    }

    /// True when the rows come from the data set itself, not from another one or an address.
    public boolean isSelfContained() {
        return json.get("source") == null && json.get("url") == null;
    }

    /// The transforms, in order.
    public List<TransformSpec> transforms() {
        String parent = JsonPointer.child(pointer, "transform");
        List<TransformSpec> transforms = new ArrayList<>();
        int index = 0;
        for (JsonValue element : Members.elements(json, "transform")) {
            JsonObject transform = element instanceof JsonObject object ? object : JsonObject.EMPTY;
            transforms.add(new TransformSpec(transform, JsonPointer.child(parent, index++)));
        }
        return transforms;
    }
}
