package org.sheliak.runtime.proto;

import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.Task.ValuesSource;

/// From the planner's records to the messages of `task_graph.proto`.
public final class TaskGraphProtoConverter {
    private TaskGraphProtoConverter() {}

    /// The message of a task graph.
    public static TaskGraph taskGraph(org.sheliak.planner.taskgraph.TaskGraph graph) {
        TaskGraph.Builder message = TaskGraph.newBuilder().setTimezone(graph.timezone());
        graph.tasks().forEach(task -> message.addTasks(task(task)));
        Double seed = graph.seed();
        if (seed != null) {
            message.setSeed(seed);
        }
        JsonObject locale = graph.locale();
        if (locale != null) {
            message.setLocale(ValueProtoConverter.jsonObject(locale));
        }
        return message.build();
    }

    /// The message of an output.
    public static Output output(org.sheliak.planner.taskgraph.Task.Output output) {
        return Output.newBuilder()
                .setTask(output.task())
                .setSignal(output.signal())
                .build();
    }

    private static Task task(org.sheliak.planner.taskgraph.Task task) {
        Task.Builder message =
                Task.newBuilder().setVariable(variable(task.variable())).setPointer(task.pointer());
        task.inputs()
                .forEach(input -> message.addInputs(Input.newBuilder()
                        .setNamespace(namespace(input.namespace()))
                        .setName(input.name())
                        .setOutput(output(input.output()))));
        setKind(message, task.kind());
        return message.build();
    }

    private static Variable variable(org.sheliak.planner.taskgraph.Variable variable) {
        return Variable.newBuilder()
                .setNamespace(namespace(variable.namespace()))
                .setName(variable.name())
                .addAllScope(variable.scope())
                .build();
    }

    private static Namespace namespace(org.sheliak.planner.taskgraph.Variable.Namespace namespace) {
        return switch (namespace) {
            case SIGNAL -> Namespace.SIGNAL;
            case DATA -> Namespace.DATA;
            case SCALE -> Namespace.SCALE;
        };
    }

    private static void setKind(Task.Builder message, Kind kind) {
        switch (kind) {
            case ValueTask(var value) -> message.setValue(ValueProtoConverter.value(value));
            case org.sheliak.planner.taskgraph.Task.SignalTask(String expression) ->
                message.setSignal(SignalTask.newBuilder().setExpression(expression));
            case org.sheliak.planner.taskgraph.Task.ScaleTask(JsonObject definition) ->
                message.setScale(ScaleTask.newBuilder().setDefinition(ValueProtoConverter.jsonObject(definition)));
            case org.sheliak.planner.taskgraph.Task.DataTask data -> message.setData(data(data));
        }
    }

    private static DataTask data(org.sheliak.planner.taskgraph.Task.DataTask data) {
        DataTask.Builder message = DataTask.newBuilder();
        switch (data.source()) {
            case null -> {}
            case UrlSource(var url) -> message.setUrl(ValueProtoConverter.json(url));
            case ValuesSource(var values) -> message.setValues(ValueProtoConverter.value(values));
            case TableSource(String name) -> message.setTable(name);
            case DataSource(int task) -> message.setData(task);
            case org.sheliak.planner.taskgraph.Task.MergedSource(List<Integer> tasks) ->
                message.setMerged(MergedSource.newBuilder().addAllTasks(tasks));
        }
        if (data.format() != null) {
            message.setFormat(ValueProtoConverter.json(data.format()));
        }
        data.transforms()
                .forEach(transform -> message.addTransforms(Transform.newBuilder()
                        .setDefinition(ValueProtoConverter.jsonObject(transform.definition()))
                        .setPointer(transform.pointer())));
        if (data.columns() != null) {
            message.setColumns(ColumnNames.newBuilder().addAllNames(data.columns()));
        }
        return message.build();
    }
}
