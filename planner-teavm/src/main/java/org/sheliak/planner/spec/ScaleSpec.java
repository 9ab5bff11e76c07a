package org.sheliak.planner.spec;

import org.sheliak.planner.json.JsonValue.JsonObject;

/// A scale of a spec.
///
/// @param pointer JSON pointer to the scale
public record ScaleSpec(JsonObject json, String pointer) {

    /// The name; empty when the spec gives none.
    public String name() {
        String name = Members.text(json, "name");
        return name == null ? "" : name;
    }

    /// The type; Vega's default is `linear`.
    public String type() {
        String type = Members.text(json, "type");
        return type == null ? "linear" : type;
    }

    /// True when the domain is a list of values.
    public boolean isDiscrete() {
        return switch (type()) {
            case "ordinal", "band", "point" -> true;
            default -> false;
        };
    }

    /// True when the domain is an extent, the smallest and the largest value.
    public boolean isContinuous() {
        return switch (type()) {
            case "linear", "log", "pow", "sqrt", "symlog", "time", "utc" -> true;
            default -> false;
        };
    }
}
