package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.value.Undefined;

/// Puts the values of signals into a data set's `format`, of which any member may be `{"signal": expression}`.
record FormatSignals(TaskGraphRun run, int task) {

    /// The same object with values in the place of signals; a member that is `undefined` is left out.
    JsonObject valueOf(JsonObject format) {
        JsonObject evaluated = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> member : format.members().entrySet()) {
            JsonValue value = member.getValue() instanceof JsonObject object ? ofMember(object) : member.getValue();
            evaluated = value == null ? evaluated : evaluated.with(member.getKey(), value);
        }
        return evaluated;
    }

    private @Nullable JsonValue ofMember(JsonObject object) {
        if (!(object.get("signal") instanceof JsonString(String expression))) {
            return valueOf(object);
        }
        Object value = ExpressionCompiler.compile(expression)
                .evaluate(TaskInputs.of(run, task).namedIn(object).context());
        return value == Undefined.UNDEFINED ? null : json(value);
    }

    private static JsonValue json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean isTrue -> new JsonBoolean(isTrue);
            case Double number -> new JsonNumber(number);
            case List<?> list -> {
                List<JsonValue> elements = new ArrayList<>();
                list.forEach(element -> elements.add(json(element)));
                yield new JsonArray(elements);
            }
            case Map<?, ?> map -> {
                JsonObject object = JsonObject.EMPTY;
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    object = object.with(String.valueOf(member.getKey()), json(member.getValue()));
                }
                yield object;
            }
            default -> new JsonString(String.valueOf(value));
        };
    }
}
