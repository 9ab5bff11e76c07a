package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.value.Undefined;

/// Gives parameters their values: JSON, with the value of `{"signal": expression}` wherever that stands.
record ParameterResolver(EvaluationContext context) {

    /// The value; undefined when absent.
    ///
    /// @param place JSON pointer to it
    @Nullable
    Object resolve(@Nullable JsonValue json, String place) {
        return switch (json) {
            case null -> Undefined.UNDEFINED;
            case JsonNull _ -> null;
            case JsonBoolean(boolean value) -> value;
            case JsonNumber(double value) -> value;
            case JsonString(String value) -> value;
            case JsonArray(List<JsonValue> elements) -> {
                List<@Nullable Object> values = new ArrayList<>(elements.size());
                for (int i = 0; i < elements.size(); i++) {
                    values.add(resolve(elements.get(i), place + "/" + i));
                }
                yield Collections.unmodifiableList(values);
            }
            case JsonObject object -> resolveObject(object, place);
        };
    }

    private @Nullable Object resolveObject(JsonObject object, String place) {
        String signal = signal(object);
        if (signal != null) {
            return signalValue(signal, place + "/signal");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, resolve(member, place + "/" + name)));
        return Collections.unmodifiableMap(members);
    }

    private @Nullable Object signalValue(String expression, String place) {
        try {
            return ExpressionCompiler.compile(expression).evaluate(context);
        } catch (SheliakException failure) {
            throw RowExpression.located(failure, place);
        }
    }

    /// The expression of `{"signal": expression}`; `null` for anything else.
    static @Nullable String signal(JsonValue json) {
        return json instanceof JsonObject object
                        && object.get("signal") instanceof JsonString(String expression)
                        && !expression.isEmpty()
                ? expression
                : null;
    }
}
