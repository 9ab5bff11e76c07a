package org.sheliak.runtime.proto;

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
import org.sheliak.planner.taskgraph.TaskValue;

/// From the messages of `value.proto` to the planner's values.
public final class ProtoValueConverter {
    private ProtoValueConverter() {}

    /// The value of a message.
    ///
    /// @throws org.sheliak.planner.error.SheliakException with `PROTOCOL` when the message has no kind, an unknown
    ///     singleton, or an object with two members of one name
    public static TaskValue value(Value message) {
        return switch (message.getKindCase()) {
            case SINGLETON -> singleton(message.getSingleton());
            case BOOLEAN -> new TaskValue.BooleanValue(message.getBoolean());
            case NUMBER -> new TaskValue.NumberValue(message.getNumber());
            case TEXT -> new TaskValue.TextValue(message.getText());
            case DATE -> new TaskValue.DateValue(message.getDate());
            case LIST -> list(message.getList());
            case OBJECT -> object(message.getObject());
            case TABLE -> new TaskValue.TableValue(message.getTable().toByteArray());
            case KIND_NOT_SET -> throw ProtoMessages.broken("a Value has no kind");
        };
    }

    /// The JSON value of a message.
    ///
    /// @throws org.sheliak.planner.error.SheliakException with `PROTOCOL` when it holds what JSON has not
    public static JsonValue json(Value message) {
        return json(value(message));
    }

    /// The JSON object of a message; the same errors as [#json].
    public static JsonObject jsonObject(ObjectValue message) {
        return (JsonObject) json(object(message));
    }

    /// The `format` object of a data task; the same errors as [#json], and when it is no object.
    static JsonObject format(Value message) {
        if (json(message) instanceof JsonObject format) {
            return format;
        }
        throw ProtoMessages.broken("expected an object as format but found " + message.getKindCase());
    }

    private static TaskValue singleton(Singleton singleton) {
        return switch (singleton) {
            case NULL -> TaskValue.Singleton.NULL;
            case UNDEFINED -> TaskValue.Singleton.UNDEFINED;
            case UNRECOGNIZED -> throw ProtoMessages.broken("a Value has an unknown singleton");
        };
    }

    private static TaskValue.ListValue list(ListValue message) {
        List<TaskValue> elements = new ArrayList<>(message.getElementsCount());
        message.getElementsList().forEach(element -> elements.add(value(element)));
        return new TaskValue.ListValue(elements);
    }

    private static TaskValue.ObjectValue object(ObjectValue message) {
        Map<String, TaskValue> members = new LinkedHashMap<>();
        for (Member member : message.getMembersList()) {
            if (members.put(member.getName(), value(member.getValue())) != null) {
                throw ProtoMessages.broken("an object has two members named \"" + member.getName() + "\"");
            }
        }
        return new TaskValue.ObjectValue(members);
    }

    private static JsonValue json(TaskValue value) {
        return switch (value) {
            case TaskValue.Singleton singleton when singleton == TaskValue.Singleton.NULL -> JsonNull.INSTANCE;
            case TaskValue.BooleanValue(boolean bool) -> new JsonBoolean(bool);
            case TaskValue.NumberValue(double number) -> new JsonNumber(number);
            case TaskValue.TextValue(String text) -> new JsonString(text);
            case TaskValue.ListValue(List<TaskValue> elements) ->
                new JsonArray(elements.stream().map(ProtoValueConverter::json).toList());
            case TaskValue.ObjectValue(Map<String, TaskValue> members) -> {
                Map<String, JsonValue> converted = new LinkedHashMap<>();
                members.forEach((name, member) -> converted.put(name, json(member)));
                yield new JsonObject(converted);
            }
            case TaskValue.Singleton _, TaskValue.DateValue _, TaskValue.TableValue _ ->
                throw ProtoMessages.broken(
                        "expected a JSON value but found " + value.getClass().getSimpleName());
        };
    }
}
