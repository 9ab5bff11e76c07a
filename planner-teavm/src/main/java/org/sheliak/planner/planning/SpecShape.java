package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Looks for what Vega takes for something else than it is: a list of one name for the name, as JavaScript makes text
/// of
/// it, and an item for a list of one item. Such a spec may well be drawn, but its items cannot be told by their names.
///
/// What is wrong in another way names nothing, and concerns the item alone in which it stands.
final class SpecShape {
    private SpecShape() {}

    /// The first such place of a spec, or `null`.
    static @Nullable Obstacle obstacle(JsonObject scope) {
        return scope(scope, "");
    }

    private static @Nullable Obstacle scope(JsonObject scope, String pointer) {
        for (String list : List.of("data", "signals", "marks")) {
            Obstacle obstacle = list(scope.get(list), list, JsonPointer.child(pointer, list));
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle list(@Nullable JsonValue value, String list, String pointer) {
        if (value instanceof JsonObject) {
            return new Obstacle(pointer, "a list is expected, an object was found");
        }
        int index = 0;
        for (JsonValue element : value instanceof JsonArray array ? array.elements() : List.<JsonValue>of()) {
            String place = JsonPointer.child(pointer, index++);
            Obstacle obstacle = element instanceof JsonObject item ? item(item, list, place) : null;
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle item(JsonObject item, String list, String pointer) {
        Obstacle name = name(item, "name", pointer);
        if (name != null) {
            return name;
        }
        return switch (list) {
            case "data" -> list(item.get("transform"), "transform", JsonPointer.child(pointer, "transform"));
            case "marks" -> mark(item, pointer);
            default -> null;
        };
    }

    private static @Nullable Obstacle mark(JsonObject mark, String pointer) {
        Obstacle obstacle = name(mark, "type", pointer);
        if (obstacle == null && mark.get("from") instanceof JsonObject from) {
            obstacle = from(from, JsonPointer.child(pointer, "from"));
        }
        return obstacle == null ? scope(mark, pointer) : obstacle;
    }

    private static @Nullable Obstacle from(JsonObject from, String pointer) {
        Obstacle data = name(from, "data", pointer);
        if (data != null || !(from.get("facet") instanceof JsonObject facet)) {
            return data;
        }
        String place = JsonPointer.child(pointer, "facet");
        Obstacle name = name(facet, "name", place);
        return name == null ? name(facet, "data", place) : name;
    }

    private static @Nullable Obstacle name(JsonObject item, String member, String pointer) {
        return item.get(member) instanceof JsonArray(List<JsonValue> names)
                        && names.size() == 1
                        && names.getFirst() instanceof JsonString
                ? new Obstacle(JsonPointer.child(pointer, member), "text is expected, a list was found")
                : null;
    }
}
