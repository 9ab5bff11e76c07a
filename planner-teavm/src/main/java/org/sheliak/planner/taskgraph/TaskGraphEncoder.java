package org.sheliak.planner.taskgraph;

import java.util.List;
import java.util.Map;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.MergedSource;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Task.ScaleTask;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.Task.ValuesSource;
import org.sheliak.planner.taskgraph.TaskValue.BooleanValue;
import org.sheliak.planner.taskgraph.TaskValue.DateValue;
import org.sheliak.planner.taskgraph.TaskValue.ListValue;
import org.sheliak.planner.taskgraph.TaskValue.NumberValue;
import org.sheliak.planner.taskgraph.TaskValue.ObjectValue;
import org.sheliak.planner.taskgraph.TaskValue.Singleton;
import org.sheliak.planner.taskgraph.TaskValue.TableValue;
import org.sheliak.planner.taskgraph.TaskValue.TextValue;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Writes task graphs as protobuf, field by field as `task_graph.proto` and `value.proto` number them.
public final class TaskGraphEncoder {
    private TaskGraphEncoder() {}

    /// The bytes of a `TaskGraph` message.
    public static byte[] encode(TaskGraph graph) {
        ProtoWriter writer = new ProtoWriter();
        for (Task task : graph.tasks()) {
            writer.message(1, message -> task(message, task));
        }
        string(writer, 2, graph.timezone());
        Double seed = graph.seed();
        if (seed != null) {
            writer.float64(3, seed);
        }
        JsonObject locale = graph.locale();
        if (locale != null) {
            writer.message(4, message -> members(message, TaskValues.of(locale)));
        }
        return writer.toByteArray();
    }

    /// The bytes of a `Value` message.
    public static byte[] encode(TaskValue value) {
        ProtoWriter writer = new ProtoWriter();
        value(writer, value);
        return writer.toByteArray();
    }

    private static void task(ProtoWriter writer, Task task) {
        writer.message(1, message -> variable(message, task.variable()));
        for (Input input : task.inputs()) {
            writer.message(2, message -> input(message, input));
        }
        switch (task.kind()) {
            case ValueTask root -> writer.message(3, message -> value(message, root.value()));
            case SignalTask signal -> writer.message(4, message -> string(message, 1, signal.expression()));
            case DataTask data -> writer.message(5, message -> data(message, data));
            case ScaleTask ignored -> {}
        }
        string(writer, 6, task.pointer());
        if (task.kind() instanceof ScaleTask scale) {
            writer.message(7, message -> scale(message, scale));
        }
    }

    private static void variable(ProtoWriter writer, Variable variable) {
        uint32(writer, 1, number(variable.namespace()));
        string(writer, 2, variable.name());
        writer.packedUint32(3, variable.scope());
    }

    private static void input(ProtoWriter writer, Input input) {
        uint32(writer, 1, number(input.namespace()));
        string(writer, 2, input.name());
        writer.message(3, message -> output(message, input.output()));
    }

    private static void output(ProtoWriter writer, Output output) {
        uint32(writer, 1, output.task());
        string(writer, 2, output.signal());
    }

    private static void data(ProtoWriter writer, DataTask data) {
        switch (data.source()) {
            case null -> {}
            case UrlSource source -> writer.message(1, message -> value(message, TaskValues.of(source.url())));
            case ValuesSource source -> writer.message(2, message -> value(message, source.values()));
            case TableSource source -> writer.string(3, source.name());
            case DataSource source -> writer.uint32(4, source.task());
            // Its field number comes last.
            case MergedSource ignored -> {}
        }
        JsonObject format = data.format();
        if (format != null) {
            writer.message(5, message -> value(message, TaskValues.of(format)));
        }
        for (Transform transform : data.transforms()) {
            writer.message(6, message -> transform(message, transform));
        }
        List<String> columns = data.columns();
        if (columns != null) {
            writer.message(7, message -> strings(message, columns));
        }
        if (data.source() instanceof MergedSource source) {
            writer.message(8, message -> message.packedUint32(1, source.tasks()));
        }
    }

    private static void scale(ProtoWriter writer, ScaleTask scale) {
        writer.message(1, message -> members(message, TaskValues.of(scale.definition())));
    }

    private static void transform(ProtoWriter writer, Transform transform) {
        writer.message(1, message -> members(message, TaskValues.of(transform.definition())));
        string(writer, 2, transform.pointer());
    }

    private static void value(ProtoWriter writer, TaskValue value) {
        switch (value) {
            case Singleton singleton -> writer.uint32(1, number(singleton));
            case BooleanValue(boolean isTrue) -> writer.bool(2, isTrue);
            case NumberValue(double number) -> writer.float64(3, number);
            case TextValue(String text) -> writer.string(4, text);
            case DateValue(double epochMillis) -> writer.float64(5, epochMillis);
            case ListValue list -> writer.message(6, message -> elements(message, list.elements()));
            case ObjectValue object -> writer.message(7, message -> members(message, object));
            case TableValue table -> writer.bytes(8, table.arrowStream());
        }
    }

    private static void elements(ProtoWriter writer, List<TaskValue> elements) {
        for (TaskValue element : elements) {
            writer.message(1, message -> value(message, element));
        }
    }

    private static void members(ProtoWriter writer, ObjectValue object) {
        for (Map.Entry<String, TaskValue> member : object.members().entrySet()) {
            writer.message(1, message -> {
                string(message, 1, member.getKey());
                message.message(2, inner -> value(inner, member.getValue()));
            });
        }
    }

    private static void strings(ProtoWriter writer, List<String> names) {
        for (String name : names) {
            writer.string(1, name);
        }
    }

    private static int number(Namespace namespace) {
        return switch (namespace) {
            case SIGNAL -> 0;
            case DATA -> 1;
            case SCALE -> 2;
        };
    }

    private static int number(Singleton singleton) {
        return switch (singleton) {
            case NULL -> 0;
            case UNDEFINED -> 1;
        };
    }

    /// A field without presence: left out when it is empty.
    private static void string(ProtoWriter writer, int field, String value) {
        if (!value.isEmpty()) {
            writer.string(field, value);
        }
    }

    /// A field without presence: left out when it is 0.
    private static void uint32(ProtoWriter writer, int field, int value) {
        if (value != 0) {
            writer.uint32(field, value);
        }
    }
}
