package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Looks for what must have one form for a spec to be understood at all: the lists of items, their names, and the names
/// by which they refer to each other.
///
/// JavaScript makes a text of anything that stands where a name is expected, so Vega may draw what breaks this form.
final class SpecShape {
    private static final List<String> LISTS =
            List.of("data", "signals", "scales", "projections", "marks", "axes", "legends");
    private static final int DEEPEST = 64;

    private SpecShape() {}

    /// The first place at which a spec has another form, or `null`.
    static @Nullable Obstacle obstacle(JsonObject spec) {
        return scope(spec, "", 0);
    }

    private static @Nullable Obstacle scope(JsonObject scope, String pointer, int depth) {
        if (depth > DEEPEST) {
            return new Obstacle(pointer, "groups are nested more than " + DEEPEST + " deep");
        }
        for (String list : LISTS) {
            Obstacle obstacle = list(scope.get(list), list, JsonPointer.child(pointer, list), depth);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle list(@Nullable JsonValue value, String list, String pointer, int depth) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            return expected("a list", value, pointer);
        }
        int index = 0;
        for (JsonValue element : elements) {
            String place = JsonPointer.child(pointer, index++);
            // Vega does not draw a spec with anything else in a list of items.
            Obstacle obstacle = element instanceof JsonObject item ? item(item, list, place, depth) : null;
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle item(JsonObject item, String list, String pointer, int depth) {
        for (String member : texts(list)) {
            JsonValue value = item.get(member);
            if (value != null && !(value instanceof JsonString)) {
                return expected("text", value, JsonPointer.child(pointer, member));
            }
        }
        return switch (list) {
            case "data" -> data(item, pointer);
            case "signals" -> plainList(item.get("on"), JsonPointer.child(pointer, "on"));
            case "marks" -> mark(item, pointer, depth);
            default -> null;
        };
    }

    /// The members that are text, of the items of a list.
    private static List<String> texts(String list) {
        return switch (list) {
            case "data", "projections" -> List.of("name");
            case "signals" -> List.of("name", "update", "init", "push");
            case "scales", "marks" -> List.of("name", "type");
            default -> List.of();
        };
    }

    private static @Nullable Obstacle data(JsonObject data, String pointer) {
        JsonValue source = data.get("source");
        if (source != null && !isName(source) && !isListOfNames(source)) {
            return expected("the name of a data set", source, JsonPointer.child(pointer, "source"));
        }
        JsonValue format = data.get("format");
        if (format != null && !(format instanceof JsonObject)) {
            return expected("an object", format, JsonPointer.child(pointer, "format"));
        }
        Obstacle transforms = plainList(data.get("transform"), JsonPointer.child(pointer, "transform"));
        return transforms == null ? plainList(data.get("on"), JsonPointer.child(pointer, "on")) : transforms;
    }

    private static @Nullable Obstacle mark(JsonObject mark, String pointer, int depth) {
        JsonValue from = mark.get("from");
        if (from != null) {
            Obstacle obstacle = from(from, JsonPointer.child(pointer, "from"));
            if (obstacle != null) {
                return obstacle;
            }
        }
        Obstacle transforms = plainList(mark.get("transform"), JsonPointer.child(pointer, "transform"));
        return transforms == null ? scope(mark, pointer, depth + 1) : transforms;
    }

    private static @Nullable Obstacle from(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject from)) {
            return expected("an object", value, pointer);
        }
        JsonValue data = from.get("data");
        if (data != null && !isName(data)) {
            return expected("the name of a data set", data, JsonPointer.child(pointer, "data"));
        }
        JsonValue facet = from.get("facet");
        return facet == null ? null : facet(facet, JsonPointer.child(pointer, "facet"));
    }

    private static @Nullable Obstacle facet(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject facet)) {
            return expected("an object", value, pointer);
        }
        for (String member : List.of("name", "data")) {
            JsonValue name = facet.get(member);
            if (name == null || !isName(name)) {
                return expected("text", name == null ? JsonNull.INSTANCE : name, JsonPointer.child(pointer, member));
            }
        }
        JsonValue aggregate = facet.get("aggregate");
        return aggregate == null || aggregate instanceof JsonObject
                ? null
                : expected("an object", aggregate, JsonPointer.child(pointer, "aggregate"));
    }

    private static @Nullable Obstacle plainList(@Nullable JsonValue value, String pointer) {
        return list(value, "", pointer, 0);
    }

    private static boolean isName(JsonValue value) {
        return value instanceof JsonString;
    }

    private static boolean isListOfNames(JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> names)
                && names.stream().allMatch(SpecShape::isName);
    }

    private static Obstacle expected(String what, JsonValue found, String pointer) {
        return new Obstacle(pointer, what + " is expected, " + noun(found) + " was found");
    }

    private static String noun(JsonValue value) {
        return switch (value) {
            case JsonNull ignored -> "null";
            case JsonBoolean ignored -> "true or false";
            case JsonNumber ignored -> "a number";
            case JsonString ignored -> "text";
            case JsonArray ignored -> "a list";
            case JsonObject ignored -> "an object";
        };
    }
}
