package org.sheliak.planner.taskgraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.TaskValue.BooleanValue;
import org.sheliak.planner.taskgraph.TaskValue.ListValue;
import org.sheliak.planner.taskgraph.TaskValue.NumberValue;
import org.sheliak.planner.taskgraph.TaskValue.ObjectValue;
import org.sheliak.planner.taskgraph.TaskValue.TextValue;

/// Converts JSON to values of a task graph.
public final class TaskValues {
    private TaskValues() {}

    /// The same value, member by member.
    public static TaskValue of(JsonValue json) {
        return switch (json) {
            case JsonNull ignored -> TaskValue.Singleton.NULL;
            case JsonBoolean(boolean value) -> new BooleanValue(value);
            case JsonNumber(double value) -> new NumberValue(value);
            case JsonString(String value) -> new TextValue(value);
            case JsonArray(List<JsonValue> elements) -> {
                List<TaskValue> values = new ArrayList<>(elements.size());
                for (JsonValue element : elements) {
                    values.add(of(element));
                }
                yield new ListValue(values);
            }
            case JsonObject object -> of(object);
        };
    }

    /// The same object.
    public static ObjectValue of(JsonObject json) {
        Map<String, TaskValue> members = new LinkedHashMap<>();
        json.members().forEach((name, value) -> members.put(name, of(value)));
        return new ObjectValue(members);
    }
}
