package org.sheliak.runtime.task;

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
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.FingerprintBuilder;
import org.sheliak.planner.taskgraph.TaskValue;

/// Collects what a state depends on. Each part is preceded by what it is, so that different parts never look the same.
final class StateHash {
    private final FingerprintBuilder builder = new FingerprintBuilder();

    /// @param subject what the state is of
    StateHash(String subject) {
        builder.putString(subject);
    }

    StateHash text(String text) {
        builder.putString(text);
        return this;
    }

    StateHash state(Fingerprint state) {
        builder.putFingerprint(state);
        return this;
    }

    /// Names in their order; `null` is not the same as none.
    StateHash names(@Nullable List<String> names) {
        builder.putInt(names == null ? -1 : names.size());
        if (names != null) {
            names.forEach(builder::putString);
        }
        return this;
    }

    StateHash json(@Nullable JsonValue json) {
        switch (json) {
            case null -> builder.putInt(-1);
            case JsonNull _ -> builder.putInt(0);
            case JsonBoolean(boolean bool) -> builder.putInt(bool ? 1 : 2);
            case JsonNumber(double number) -> builder.putInt(3).putDouble(number);
            case JsonString(String string) -> builder.putInt(4).putString(string);
            case JsonArray(List<JsonValue> elements) -> {
                builder.putInt(5).putInt(elements.size());
                elements.forEach(this::json);
            }
            case JsonObject(Map<String, JsonValue> members) -> {
                builder.putInt(6).putInt(members.size());
                members.forEach((name, member) -> text(name).json(member));
            }
        }
        return this;
    }

    StateHash value(TaskValue value) {
        switch (value) {
            case TaskValue.Singleton singleton -> builder.putInt(singleton == TaskValue.Singleton.NULL ? 0 : 7);
            case TaskValue.BooleanValue(boolean bool) -> builder.putInt(bool ? 1 : 2);
            case TaskValue.NumberValue(double number) -> builder.putInt(3).putDouble(number);
            case TaskValue.TextValue(String text) -> builder.putInt(4).putString(text);
            case TaskValue.ListValue(List<TaskValue> elements) -> {
                builder.putInt(5).putInt(elements.size());
                elements.forEach(this::value);
            }
            case TaskValue.ObjectValue(Map<String, TaskValue> members) -> {
                builder.putInt(6).putInt(members.size());
                members.forEach((name, member) -> text(name).value(member));
            }
            case TaskValue.DateValue(double epochMillis) -> builder.putInt(8).putDouble(epochMillis);
            case TaskValue.TableValue(byte[] stream) -> builder.putInt(9).putBytes(stream);
        }
        return this;
    }

    Fingerprint build() {
        return builder.build();
    }
}
