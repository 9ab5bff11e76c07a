package org.sheliak.planner.planning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// Whether the kernel can make a projection, apart from the values that its expressions name.
final class ProjectionSupport {
    /// Types of projections.
    private static final List<String> PROJECTIONS = List.of(
            "albers",
            "albersusa",
            "azimuthalequalarea",
            "azimuthalequidistant",
            "conicconformal",
            "conicequalarea",
            "conicequidistant",
            "equalearth",
            "equirectangular",
            "gnomonic",
            "identity",
            "mercator",
            "mollweide",
            "naturalearth1",
            "orthographic",
            "stereographic",
            "transversemercator");

    /// Members of projections that are lists of two or more.
    private static final List<String> PAIRS = List.of("center", "extent", "parallels", "rotate", "size", "translate");

    private ProjectionSupport() {}

    /// Why the kernel cannot map points with a projection, or `null`.
    static @Nullable Obstacle obstacle(JsonObject projection, String pointer) {
        if (projection.get("type") instanceof JsonString(String type)
                && !PROJECTIONS.contains(type.toLowerCase(Locale.ROOT))) {
            return new Obstacle(pointer, "the kernel has no projection " + type);
        }
        for (Map.Entry<String, JsonValue> member : projection.members().entrySet()) {
            boolean isShort = PAIRS.contains(member.getKey()) && !isPair(member.getValue());
            if (isShort || !isSetting(member.getValue(), member.getKey().equals("fit"))) {
                return new Obstacle(
                        pointer, "a value or a signal is expected as " + member.getKey() + " of the projection");
            }
        }
        return null;
    }

    /// Why the kernel cannot measure shapes with a projection, or `null`.
    static @Nullable Obstacle shapesObstacle(JsonObject projection, String pointer) {
        if (isGiven(projection, "clipExtent")) {
            return new Obstacle(JsonPointer.child(pointer, "clipExtent"), "the kernel does not cut off shapes there");
        }
        boolean isMirrored = isGiven(projection, "reflectX") || isGiven(projection, "reflectY");
        if (isMirrored && isGiven(projection, "center")) {
            return new Obstacle(
                    JsonPointer.child(pointer, "center"),
                    "where a mirrored map is cut off depends on the order in which the browser sets it up");
        }
        return obstacle(projection, pointer);
    }

    private static boolean isGiven(JsonObject projection, String member) {
        JsonValue value = projection.get(member);
        return value != null && !(value instanceof JsonNull);
    }

    /// Whether Vega takes a member of a projection as it stands, or as a signal's value. It does not look for signals
    /// in lists of lists.
    private static boolean isSetting(JsonValue value, boolean mayBeShape) {
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            return isConstant(value, mayBeShape) || Members.signal(value) != null;
        }
        for (JsonValue element : elements) {
            if (!isConstant(element, mayBeShape) && Members.signal(element) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(JsonValue value) {
        return value instanceof JsonNull
                || Members.signal(value) != null
                || (value instanceof JsonArray(List<JsonValue> elements) && elements.size() >= 2);
    }

    private static boolean isConstant(JsonValue value, boolean mayBeShape) {
        return switch (value) {
            case JsonArray(List<JsonValue> elements) ->
                elements.stream().allMatch(element -> isConstant(element, mayBeShape));
            case JsonObject object -> mayBeShape && object.get("signal") == null;
            default -> true;
        };
    }
}
