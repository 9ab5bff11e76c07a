package org.sheliak.planner.spec;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A scale of a spec, or what expressions take for one.
///
/// @param pointer JSON pointer to the scale
public record ScaleSpec(JsonObject json, String pointer) {

    /// The scale that a projection is to expressions: an object with the projection as its only other member.
    public static ScaleSpec ofProjection(JsonObject projection, String pointer) {
        JsonValue name = projection.get("name");
        JsonObject json = JsonObject.EMPTY.with("projection", projection.without("name"));
        return new ScaleSpec(name == null ? json : json.with("name", name), pointer);
    }

    /// The projection that expressions take for a scale, or `null`.
    public @Nullable JsonObject projection() {
        return Members.object(json, "projection");
    }

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

    /// True when the order of the domain or the range is the one in which rows first showed each value, or may be.
    public boolean isInOrderOfRows() {
        boolean isOfDistinctValues = isDiscrete() || type().equals("bin-ordinal");
        return isOfDistinctValues && (isUnsorted(json.get("domain")) || isUnsorted(json.get("range")));
    }

    private static boolean isUnsorted(@Nullable JsonValue values) {
        if (!(values instanceof JsonObject object) || (object.get("data") == null && object.get("fields") == null)) {
            return false;
        }
        return switch (object.get("sort")) {
            case JsonBoolean(boolean isSorted) -> !isSorted;
            // By something else than the values themselves, several of them may be equal.
            case JsonObject sort -> sort.get("op") != null || sort.get("field") != null;
            case null, default -> true;
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
