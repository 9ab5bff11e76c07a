package org.sheliak.runtime.proto;

import com.google.protobuf.UnsafeByteOperations;
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

/// From the planner's values to the messages of `value.proto`.
public final class ValueProtoConverter {
    private ValueProtoConverter() {}

    /// The message of a value. The bytes of a table are not copied.
    public static Value value(TaskValue value) {
        Value.Builder message = Value.newBuilder();
        return switch (value) {
            case TaskValue.Singleton singleton ->
                message.setSingleton(singleton(singleton)).build();
            case TaskValue.BooleanValue(boolean bool) ->
                message.setBoolean(bool).build();
            case TaskValue.NumberValue(double number) ->
                message.setNumber(number).build();
            case TaskValue.TextValue(String text) -> message.setText(text).build();
            case TaskValue.DateValue(double epochMillis) ->
                message.setDate(epochMillis).build();
            case TaskValue.ListValue(List<TaskValue> elements) ->
                message.setList(list(elements)).build();
            case TaskValue.ObjectValue(Map<String, TaskValue> members) ->
                message.setObject(object(members)).build();
            case TaskValue.TableValue(byte[] stream) ->
                message.setTable(UnsafeByteOperations.unsafeWrap(stream)).build();
        };
    }

    /// The message of a JSON value.
    public static Value json(JsonValue json) {
        Value.Builder message = Value.newBuilder();
        return switch (json) {
            case JsonNull _ -> message.setSingleton(Singleton.NULL).build();
            case JsonBoolean(boolean bool) -> message.setBoolean(bool).build();
            case JsonNumber(double number) -> message.setNumber(number).build();
            case JsonString(String text) -> message.setText(text).build();
            case JsonArray(List<JsonValue> elements) -> {
                ListValue.Builder list = ListValue.newBuilder();
                elements.forEach(element -> list.addElements(json(element)));
                yield message.setList(list).build();
            }
            case JsonObject object -> message.setObject(jsonObject(object)).build();
        };
    }

    /// The message of a JSON object.
    public static ObjectValue jsonObject(JsonObject object) {
        ObjectValue.Builder message = ObjectValue.newBuilder();
        object.members()
                .forEach((name, member) ->
                        message.addMembers(Member.newBuilder().setName(name).setValue(json(member))));
        return message.build();
    }

    private static Singleton singleton(TaskValue.Singleton singleton) {
        return switch (singleton) {
            case NULL -> Singleton.NULL;
            case UNDEFINED -> Singleton.UNDEFINED;
        };
    }

    private static ListValue list(List<TaskValue> elements) {
        ListValue.Builder message = ListValue.newBuilder();
        elements.forEach(element -> message.addElements(value(element)));
        return message.build();
    }

    private static ObjectValue object(Map<String, TaskValue> members) {
        ObjectValue.Builder message = ObjectValue.newBuilder();
        members.forEach((name, member) ->
                message.addMembers(Member.newBuilder().setName(name).setValue(value(member))));
        return message.build();
    }
}
