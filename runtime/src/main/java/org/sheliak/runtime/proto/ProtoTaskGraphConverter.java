package org.sheliak.runtime.proto;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.Source;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.Task.ValuesSource;

/// From the messages of `task_graph.proto` to the planner's records.
public final class ProtoTaskGraphConverter {
    private ProtoTaskGraphConverter() {}

    /// The task graph of a message.
    ///
    /// @throws org.sheliak.planner.error.SheliakException with `PROTOCOL` when a task has no kind, or names a
    ///     task that does not stand before it
    public static org.sheliak.planner.taskgraph.TaskGraph taskGraph(TaskGraph message) {
        List<org.sheliak.planner.taskgraph.Task> tasks = new ArrayList<>(message.getTasksCount());
        for (Task task : message.getTasksList()) {
            tasks.add(new TaskReader(tasks.size()).task(task));
        }
        return new org.sheliak.planner.taskgraph.TaskGraph(
                tasks,
                message.getTimezone(),
                message.hasSeed() ? message.getSeed() : null,
                message.hasLocale() ? ProtoValueConverter.jsonObject(message.getLocale()) : null);
    }

    /// The output that a message names.
    public static org.sheliak.planner.taskgraph.Task.Output output(Output message) {
        return new org.sheliak.planner.taskgraph.Task.Output(message.getTask(), message.getSignal());
    }

    /// Reads the task of one index.
    private record TaskReader(int index) {

        org.sheliak.planner.taskgraph.Task task(Task message) {
            return new org.sheliak.planner.taskgraph.Task(
                    variable(message.getVariable()),
                    message.getInputsList().stream().map(this::input).toList(),
                    kind(message),
                    message.getPointer());
        }

        private org.sheliak.planner.taskgraph.Variable variable(Variable message) {
            return new org.sheliak.planner.taskgraph.Variable(
                    namespace(message.getNamespace()), message.getName(), message.getScopeList());
        }

        private org.sheliak.planner.taskgraph.Variable.Namespace namespace(Namespace namespace) {
            return switch (namespace) {
                case SIGNAL -> org.sheliak.planner.taskgraph.Variable.Namespace.SIGNAL;
                case DATA -> org.sheliak.planner.taskgraph.Variable.Namespace.DATA;
                case SCALE -> org.sheliak.planner.taskgraph.Variable.Namespace.SCALE;
                case UNRECOGNIZED -> throw broken("has an unknown namespace");
            };
        }

        private org.sheliak.planner.taskgraph.Task.Input input(Input message) {
            before(message.getOutput().getTask());
            return new org.sheliak.planner.taskgraph.Task.Input(
                    namespace(message.getNamespace()), message.getName(), output(message.getOutput()));
        }

        private Kind kind(Task message) {
            return switch (message.getKindCase()) {
                case VALUE -> new ValueTask(ProtoValueConverter.value(message.getValue()));
                case SIGNAL ->
                    new org.sheliak.planner.taskgraph.Task.SignalTask(
                            message.getSignal().getExpression());
                case DATA -> data(message.getData());
                case SCALE ->
                    new org.sheliak.planner.taskgraph.Task.ScaleTask(
                            ProtoValueConverter.jsonObject(message.getScale().getDefinition()));
                case KIND_NOT_SET -> throw broken("has no kind");
            };
        }

        private org.sheliak.planner.taskgraph.Task.DataTask data(DataTask message) {
            return new org.sheliak.planner.taskgraph.Task.DataTask(
                    source(message),
                    message.hasFormat() ? ProtoValueConverter.format(message.getFormat()) : null,
                    message.getTransformsList().stream().map(this::transform).toList(),
                    message.hasColumns() ? message.getColumns().getNamesList() : null);
        }

        private @Nullable Source source(DataTask message) {
            return switch (message.getSourceCase()) {
                case URL -> new UrlSource(ProtoValueConverter.json(message.getUrl()));
                case VALUES -> new ValuesSource(ProtoValueConverter.value(message.getValues()));
                case TABLE -> new TableSource(message.getTable());
                case DATA -> new DataSource(before(message.getData()));
                case MERGED ->
                    new org.sheliak.planner.taskgraph.Task.MergedSource(message.getMerged().getTasksList().stream()
                            .map(this::before)
                            .toList());
                case SOURCE_NOT_SET -> null;
            };
        }

        private org.sheliak.planner.taskgraph.Task.Transform transform(Transform message) {
            return new org.sheliak.planner.taskgraph.Task.Transform(
                    ProtoValueConverter.jsonObject(message.getDefinition()), message.getPointer());
        }

        private int before(int task) {
            if (task < 0 || task >= index) {
                throw broken("reads task " + Integer.toUnsignedString(task) + ", which does not stand before it");
            }
            return task;
        }

        private RuntimeException broken(String what) {
            return ProtoMessages.broken("task " + index + " " + what);
        }
    }
}
