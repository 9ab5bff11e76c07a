package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// Looks for what Vega takes for something else than it is: a list of one name for the name, as JavaScript makes text
/// of it, and an item for a list of one item. Such a spec may well be drawn, but its items cannot be told by their
/// names.
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
        // The name of a transform is a parameter like others.
        Obstacle name = name(item, list.equals("transform") ? "signal" : "name", pointer);
        if (name != null) {
            return name;
        }
        return switch (list) {
            case "data" -> data(item, pointer);
            case "marks" -> mark(item, pointer);
            case "transform" -> fields(item, pointer);
            default -> null;
        };
    }

    private static @Nullable Obstacle data(JsonObject data, String pointer) {
        if (data.get("source") instanceof JsonArray(List<JsonValue> sources)) {
            int index = 0;
            for (JsonValue source : sources) {
                String place = JsonPointer.child(JsonPointer.child(pointer, "source"), index++);
                if (isListOfText(source)) {
                    return new Obstacle(place, "text is expected, a list was found");
                }
            }
        }
        return list(data.get("transform"), "transform", JsonPointer.child(pointer, "transform"));
    }

    /// Vega finds the field of a list by its text when another transform names that field, and else another field.
    private static @Nullable Obstacle fields(JsonObject transform, String pointer) {
        String type = Members.text(transform, "type");
        TransformDefinition definition = type == null ? null : TransformDefinitions.of(type);
        for (Parameter parameter : definition == null ? List.<Parameter>of() : definition.parameters()) {
            boolean isField = parameter.kind() == Kind.FIELD || parameter.kind() == Kind.FOREIGN_FIELD;
            JsonValue value = isField ? transform.get(parameter.name()) : null;
            if (parameter.kind() == Kind.COMPARE && hasNestedField(transform.get(parameter.name()))) {
                return new Obstacle(
                        JsonPointer.child(pointer, parameter.name()), "fields are expected, a list of them was found");
            }
            boolean isNested = value instanceof JsonArray(List<JsonValue> elements)
                    && elements.stream().anyMatch(SpecShape::isListOfText);
            if (isNested || (!parameter.isList() && isListOfText(value))) {
                return new Obstacle(
                        JsonPointer.child(pointer, parameter.name()), "a field is expected, a list of one was found");
            }
        }
        return null;
    }

    private static boolean hasNestedField(@Nullable JsonValue compare) {
        return compare instanceof JsonObject object
                && object.get("field") instanceof JsonArray(List<JsonValue> fields)
                && fields.stream().anyMatch(JsonArray.class::isInstance);
    }

    private static @Nullable Obstacle mark(JsonObject mark, String pointer) {
        Obstacle obstacle = name(mark, "type", pointer);
        if (obstacle == null && mark.get("from") instanceof JsonValue from) {
            obstacle = from(from, JsonPointer.child(pointer, "from"));
        }
        return obstacle == null ? scope(mark, pointer) : obstacle;
    }

    private static @Nullable Obstacle from(JsonValue value, String pointer) {
        if (value instanceof JsonNull) {
            return null;
        }
        if (!(value instanceof JsonObject from)
                || (isAbsent(from.get("data")) && isAbsent(from.get("facet")) && isAbsent(from.get("mark")))) {
            // Vega looks for a data set that has no name either.
            return new Obstacle(pointer, "the name of a data set is expected");
        }
        Obstacle data = name(from, "data", pointer);
        if (data != null || !(from.get("facet") instanceof JsonObject facet)) {
            return data;
        }
        String place = JsonPointer.child(pointer, "facet");
        Obstacle name = name(facet, "name", place);
        return name == null ? name(facet, "data", place) : name;
    }

    private static boolean isAbsent(@Nullable JsonValue value) {
        return value == null || value instanceof JsonNull;
    }

    private static @Nullable Obstacle name(JsonObject item, String member, String pointer) {
        JsonValue name = item.get(member);
        if (isListOfText(name)) {
            return new Obstacle(JsonPointer.child(pointer, member), "text is expected, a list was found");
        }
        // Whatever stands in them, Vega takes all objects for the same name.
        return name instanceof JsonObject
                ? new Obstacle(JsonPointer.child(pointer, member), "text is expected, an object was found")
                : null;
    }

    /// True for a list of one text, or of one such list.
    private static boolean isListOfText(@Nullable JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> elements)
                && elements.size() == 1
                && (elements.getFirst() instanceof JsonString || isListOfText(elements.getFirst()));
    }
}
