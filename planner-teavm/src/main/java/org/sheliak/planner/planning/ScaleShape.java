package org.sheliak.planner.planning;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// The shapes that the members of a scale have. Of others JavaScript may still make something, in the browser.
final class ScaleShape {
    private ScaleShape() {}

    /// The first member of another shape; `null` when there is none.
    static @Nullable String unexpected(JsonObject scale) {
        for (Map.Entry<String, JsonValue> member : scale.members().entrySet()) {
            if (!isExpected(member.getKey(), member.getValue())) {
                return member.getKey();
            }
        }
        return null;
    }

    private static boolean isExpected(String member, JsonValue value) {
        return switch (member) {
            case "name", "type" -> value instanceof JsonString;
            case "domain" -> isDomain(value);
            case "range" -> isRange(value);
            case "bins" -> isListOrValue(value) || isObjectOfValues(value);
            case "nice" -> isValue(value) || isObjectOfValues(value);
            case "interpolate" -> isValue(value) || isObjectOfValues(value);
            default -> isValue(value);
        };
    }

    private static boolean isDomain(JsonValue value) {
        return isListOrValue(value) || (value instanceof JsonObject domain && isOfData(domain));
    }

    /// Fields of data sets, or lists of values, whose values a domain unites.
    private static boolean isOfData(JsonObject domain) {
        JsonValue data = domain.get("data");
        JsonValue field = domain.get("field");
        JsonValue sort = domain.get("sort");
        return (data == null || data instanceof JsonString)
                && (field == null || field instanceof JsonString || Members.signal(field) != null)
                && (sort == null || sort instanceof JsonBoolean || isObjectOfValues(sort))
                && (domain.get("fields") == null || areFields(domain.get("fields")));
    }

    private static boolean areFields(@Nullable JsonValue fields) {
        return fields instanceof JsonArray array
                && array.elements().stream()
                        .allMatch(field -> field instanceof JsonString
                                || field instanceof JsonArray
                                || Members.signal(field) != null
                                || (field instanceof JsonObject part && isOfData(part)))
                && array.elements().stream().allMatch(field -> !(field instanceof JsonArray) || isListOrValue(field));
    }

    private static boolean isRange(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.elements().stream().allMatch(ScaleShape::isListOrValue);
        }
        if (!(value instanceof JsonObject range) || Members.signal(range) != null) {
            return isValue(value);
        }
        return isOfData(range)
                && isListOrAbsent(range.get("scheme"))
                && isListOrAbsent(range.get("extent"))
                && isListOrAbsent(range.get("count"))
                && (range.get("step") == null || isValue(range.get("step")));
    }

    private static boolean isListOrAbsent(@Nullable JsonValue value) {
        return value == null || isListOrValue(value);
    }

    private static boolean isListOrValue(JsonValue value) {
        return value instanceof JsonArray array
                ? array.elements().stream().allMatch(ScaleShape::isValue)
                : isValue(value);
    }

    private static boolean isObjectOfValues(JsonValue value) {
        return value instanceof JsonObject object
                && object.members().values().stream().allMatch(ScaleShape::isValue);
    }

    /// A literal or a signal.
    private static boolean isValue(@Nullable JsonValue value) {
        return !(value instanceof JsonArray)
                && (!(value instanceof JsonObject object) || Members.signal(object) != null);
    }
}
