package org.sheliak.runtime.inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.json.Numbers;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Values of the expression language as parts of a spec: as JSON where it has them, else as an expression, which can
/// say every value.
final class SpecValues {
    private static final String INFINITY = "1e999";

    private SpecValues() {}

    /// Whether JSON can say the value. A member that is `undefined` is one that is not there.
    static boolean isJson(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean _, String _ -> true;
            case Double number -> isJson(number.doubleValue());
            case List<?> list -> list.stream().allMatch(SpecValues::isJson);
            case Map<?, ?> object ->
                object.values().stream().allMatch(member -> member == Undefined.UNDEFINED || isJson(member));
            default -> false;
        };
    }

    /// JSON has no NaN and no infinities, and writers of JSON drop the sign of zero.
    static boolean isJson(double number) {
        return Double.isFinite(number) && Double.doubleToRawLongBits(number) != Double.doubleToRawLongBits(-0.0);
    }

    /// The JSON of a value of which [#isJson] is true.
    static JsonValue json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean bool -> new JsonBoolean(bool);
            case Double number -> new JsonNumber(number);
            case String text -> new JsonString(text);
            case List<?> list -> {
                List<JsonValue> elements = new ArrayList<>(list.size());
                list.forEach(element -> elements.add(json(element)));
                yield new JsonArray(elements);
            }
            case Map<?, ?> object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                object.forEach((name, member) -> {
                    if (member != Undefined.UNDEFINED) {
                        members.put((String) name, json(member));
                    }
                });
                yield new JsonObject(members);
            }
            default -> throw new IllegalArgumentException("JSON has no value for " + value);
        };
    }

    /// A Vega expression for a value.
    ///
    /// @throws SheliakException with [ErrorCode#UNSUPPORTED] for a colour or a regular expression
    static String expression(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            // No name of the expression language stands for it.
            case Undefined _ -> "[][0]";
            case Boolean bool -> bool.toString();
            case Double number -> number(number);
            case String text -> string(text);
            case DateValue(double epochMillis) -> "datetime(" + number(epochMillis) + ")";
            case List<?> list -> list.stream().map(SpecValues::expression).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> string((String) member.getKey()) + ": " + expression(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default ->
                throw new SheliakException(
                        ErrorCode.UNSUPPORTED,
                        SourceLocation.UNKNOWN,
                        "a value of " + value.getClass().getSimpleName() + " cannot stand in a spec: " + value);
        };
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number < 0 ? "-" + INFINITY : INFINITY;
        }
        return isJson(number) || Double.isNaN(number) ? Numbers.text(number) : "-0";
    }

    /// A string literal, or the text of a member's name.
    static String string(String text) {
        return JsonWriter.write(new JsonString(text))
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
