package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// Whether the value of a parameter has the form that Vega declares for it. Vega itself does not look: JavaScript makes
/// something of any value.
final class ParameterShape {
    /// Parameters that are lists of two.
    private static final List<String> PAIRS = List.of("extent", "nodeSize", "size");

    /// Members of distributions.
    private static final List<String> NUMBERS = List.of("bandwidth", "max", "mean", "min", "stdev");

    private ParameterShape() {}

    /// The first place at which the value has another form, or `null`. A signal may stand anywhere, and null.
    static @Nullable Obstacle obstacle(Parameter parameter, JsonValue value, String pointer) {
        if (!parameter.isList() || isSignalOrNull(value)) {
            return single(parameter.kind(), value, pointer);
        }
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            return new Obstacle(pointer, "a list is expected");
        }
        if (PAIRS.contains(parameter.name()) && elements.size() < 2) {
            return new Obstacle(pointer, "two values are expected");
        }
        int index = 0;
        for (JsonValue element : elements) {
            Obstacle obstacle = single(parameter.kind(), element, JsonPointer.child(pointer, index++));
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle single(Kind kind, JsonValue value, String pointer) {
        if (value instanceof JsonObject object && object.get("signal") != null && object.get("field") != null) {
            return new Obstacle(pointer, "a field or a signal is expected, both were found");
        }
        if (isSignalOrNull(value)) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> value instanceof JsonBoolean ? null : new Obstacle(pointer, "true or false is expected");
            case NUMBER -> value instanceof JsonNumber ? null : new Obstacle(pointer, "a number is expected");
            case TEXT -> value instanceof JsonString ? null : new Obstacle(pointer, "text is expected");
            case FIELD, FOREIGN_FIELD -> isField(value) ? null : new Obstacle(pointer, "a field is expected");
            case COMPARE -> compare(value, pointer);
            case ROW_VALUE ->
                value instanceof JsonNumber || isField(value)
                        ? null
                        : new Obstacle(pointer, "a value, an expression or a field is expected");
            case VALUE ->
                value instanceof JsonArray(List<JsonValue> elements)
                                && elements.stream().anyMatch(ParameterShape::hasObject)
                        ? new Obstacle(pointer, "Vega does not look for signals in lists of lists")
                        : null;
            case OBJECT -> distribution(value, pointer);
            default -> null;
        };
    }

    private static @Nullable Obstacle distribution(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject distribution)) {
            return null;
        }
        for (String name : NUMBERS) {
            JsonValue number = distribution.get(name);
            if (number != null && !(number instanceof JsonNumber) && !isSignalOrNull(number)) {
                return new Obstacle(pointer, "a number is expected as " + name);
            }
        }
        for (JsonValue mixed : Members.elements(distribution, "distributions")) {
            Obstacle obstacle = distribution(mixed, pointer);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static boolean hasObject(JsonValue value) {
        return value instanceof JsonObject
                || (value instanceof JsonArray(List<JsonValue> elements)
                        && elements.stream().anyMatch(ParameterShape::hasObject));
    }

    private static @Nullable Obstacle compare(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject compare)) {
            return new Obstacle(pointer, "an object with a field is expected");
        }
        JsonValue field = compare.get("field");
        JsonValue order = compare.get("order");
        boolean isOrder = order == null || isSignalOrNull(order) || order instanceof JsonString || isTexts(order);
        return field != null && (isField(field) || isFields(field)) && isOrder
                ? null
                : new Obstacle(pointer, "a field and an order are expected, or lists of them");
    }

    private static boolean isFields(JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> fields)
                && fields.stream().allMatch(ParameterShape::isField);
    }

    private static boolean isTexts(JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> texts)
                && texts.stream().allMatch(text -> text instanceof JsonString || isSignalOrNull(text));
    }

    private static boolean isField(JsonValue value) {
        return (value instanceof JsonString(String name) && !name.isEmpty())
                || isSignalOrNull(value)
                || (value instanceof JsonObject field
                        && (field.get("expr") instanceof JsonString || field.get("field") instanceof JsonString));
    }

    private static boolean isSignalOrNull(JsonValue value) {
        return value instanceof JsonNull || Members.signal(value) != null;
    }
}
