package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.CommunicationPlan.ClientValue;
import org.sheliak.planner.planning.CommunicationPlan.ServerValue;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.planning.ServerItem.ServerScale;
import org.sheliak.planner.planning.ServerItem.ServerSignal;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Task.ScaleTask;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.planner.taskgraph.Task.Source;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.Task.ValuesSource;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.TaskValues;
import org.sheliak.planner.taskgraph.Variable;

/// Numbers the tasks and ties the two halves of a plan together.
final class Stitch {
    private final Draft draft;
    private final Origins origins;
    private final List<ServerItem> items;
    private final Map<Variable, Integer> indices = new LinkedHashMap<>();

    /// @param origins where the draft's items stood in the original spec
    Stitch(Draft draft, Origins origins) {
        this.draft = draft;
        this.origins = origins;
        this.items = ServerOrder.sort(draft.items());
        for (ServerItem item : items) {
            indices.put(item.variable(), indices.size());
        }
    }

    /// @param locale the spec's `config.locale`, or `null`
    TaskGraph taskGraph(PlannerOptions options, @Nullable JsonObject locale) {
        List<Task> tasks = new ArrayList<>();
        for (ServerItem item : items) {
            List<Input> inputs = new ArrayList<>();
            for (Binding binding : item.bindings()) {
                inputs.add(new Input(binding.namespace(), binding.name(), output(binding.target())));
            }
            tasks.add(new Task(item.variable(), inputs, kind(item), origins.of(item.pointer())));
        }
        return new TaskGraph(tasks, options.timezone(), options.seed(), locale);
    }

    CommunicationPlan communicationPlan() {
        List<ServerValue> toClient = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            Variable variable = new Variable(stub.namespace(), stub.name(), List.of());
            toClient.add(new ServerValue(variable, output(stub.target())));
        }
        List<ClientValue> toServer = new ArrayList<>();
        for (ServerItem item : items) {
            if (item instanceof ServerRoot root) {
                toServer.add(new ClientValue(root.variable(), index(root.variable()), root.value() != null));
            }
        }
        return new CommunicationPlan(toClient, toServer);
    }

    private Output output(Target target) {
        return new Output(index(target.variable()), target.signal());
    }

    private int index(Variable variable) {
        Integer index = indices.get(variable);
        if (index == null) {
            throw new IllegalStateException("no item evaluates " + variable);
        }
        return index;
    }

    private Kind kind(ServerItem item) {
        return switch (item) {
            case ServerRoot root -> new ValueTask(root.value() == null ? TaskValue.Singleton.UNDEFINED : root.value());
            case ServerSignal signal -> new SignalTask(signal.expression());
            case ServerScale scale -> new ScaleTask(scale.definition());
            case ServerData data ->
                new DataTask(source(data.source()), data.format(), transforms(data), data.columns());
        };
    }

    private List<Task.Transform> transforms(ServerData data) {
        List<Task.Transform> transforms = new ArrayList<>();
        for (Task.Transform transform : data.transforms()) {
            transforms.add(new Task.Transform(transform.definition(), origins.of(transform.pointer())));
        }
        return transforms;
    }

    private @Nullable Source source(RowSource source) {
        return switch (source) {
            case RowSource.Url url -> new UrlSource(url.url());
            case RowSource.Values values -> new ValuesSource(TaskValues.of(values.values()));
            case RowSource.Table table -> new TableSource(table.name());
            case RowSource.Derived derived -> new Task.DataSource(index(derived.parent()));
            case RowSource.Merged merged ->
                new Task.MergedSource(merged.parents().stream().map(this::index).toList());
            case RowSource.Generated ignored -> null;
        };
    }
}
