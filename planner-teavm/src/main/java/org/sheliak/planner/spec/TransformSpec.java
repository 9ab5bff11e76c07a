package org.sheliak.planner.spec;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A transform of a data set or of a mark.
///
/// @param pointer JSON pointer to the transform
public record TransformSpec(JsonObject json, String pointer) {

    /// The type in the spec's spelling; empty when it has none.
    public String type() {
        String type = Members.text(json, "type");
        return type == null ? "" : type;
    }

    /// The signal that this transform sets, or `null`.
    public @Nullable String signal() {
        return Members.text(json, "signal");
    }
}
