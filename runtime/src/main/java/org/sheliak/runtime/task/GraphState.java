package org.sheliak.runtime.task;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.runtime.evaluation.RandomSource;
import org.sheliak.runtime.value.format.FormatLocale;

/// A task graph and the values that its roots have now. Immutable: an update gives a new state.
public final class GraphState {
    private final TaskGraph graph;
    private final ZoneId timezone;
    private final FormatLocale locale;
    private final Map<Integer, Root> roots;
    private final Set<Integer> updated;

    /// The steps of the data tasks that were asked for, whatever the roots are.
    private final ConcurrentMap<Integer, List<DataStep>> steps;

    /// The value of a root and the fingerprint of that value.
    record Root(TaskValue value, Fingerprint state) {
        static Root of(TaskValue value) {
            return new Root(value, new StateHash("value").value(value).build());
        }
    }

    private GraphState(
            TaskGraph graph,
            ZoneId timezone,
            Map<Integer, Root> roots,
            Set<Integer> updated,
            ConcurrentMap<Integer, List<DataStep>> steps) {
        this.graph = graph;
        this.steps = steps;
        this.timezone = timezone;
        this.locale = FormatLocale.of(graph.locale());
        this.roots = Map.copyOf(roots);
        this.updated = Set.copyOf(updated);
    }

    /// The graph with the values that its roots start with.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when its time zone is unknown
    public static GraphState of(TaskGraph graph) {
        Map<Integer, Root> roots = new HashMap<>();
        for (int index = 0; index < graph.tasks().size(); index++) {
            if (graph.tasks().get(index).kind() instanceof ValueTask(TaskValue value)) {
                roots.put(index, Root.of(value));
            }
        }
        return new GraphState(graph, timezone(graph.timezone()), roots, Set.of(), new ConcurrentHashMap<>());
    }

    /// The same graph with new values of some of its roots.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when one of them is no root
    public GraphState updated(Map<Integer, TaskValue> updates) {
        Map<Integer, Root> merged = new HashMap<>(roots);
        updates.forEach((task, value) -> {
            if (merged.replace(task, Root.of(value)) == null) {
                throw broken("task " + task + " was given a value but is no root");
            }
        });
        Set<Integer> everUpdated = new HashSet<>(updated);
        everUpdated.addAll(updates.keySet());
        return new GraphState(graph, timezone, merged, everUpdated, steps);
    }

    /// The task of an index.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when there is none
    public Task task(int index) {
        if (index < 0 || index >= graph.tasks().size()) {
            throw broken("there is no task " + index + ": the graph has "
                    + graph.tasks().size());
        }
        return graph.tasks().get(index);
    }

    /// The transforms of a data task.
    List<DataStep> steps(int task) {
        return steps.computeIfAbsent(task, index -> DataStep.of(task(index)));
    }

    int taskCount() {
        return graph.tasks().size();
    }

    /// The random numbers of a step.
    ///
    /// @param step stands for what the step computes, and from what
    RandomSource random(Fingerprint step) {
        Double seed = graph.seed();
        return seed == null
                ? new RandomSource.Kept((long) step.first() << Integer.SIZE | Integer.toUnsignedLong(step.second()))
                : new RandomSource.Seeded(seed);
    }

    /// What a graph adds to the states of its steps: its time zone, its locale and its seed.
    String setting() {
        return graph.seed() == null ? place() : place() + ' ' + graph.seed();
    }

    /// What a graph adds to the states of all that may read or write dates and numbers: its time zone and its locale.
    String place() {
        JsonObject definition = graph.locale();
        return definition == null ? timezone.getId() : timezone.getId() + ' ' + JsonWriter.write(definition);
    }

    /// How numbers and dates are written.
    FormatLocale locale() {
        return locale;
    }

    /// What `local` means in dates and time units.
    ZoneId timezone() {
        return timezone;
    }

    Root root(int task) {
        Root root = roots.get(task);
        if (root == null) {
            throw new IllegalArgumentException("task " + task + " is no root");
        }
        return root;
    }

    /// Whether a root's value should be expected to change: it has done so, or no root has up to now.
    boolean mayChange(int root) {
        return updated.isEmpty() || updated.contains(root);
    }

    private static ZoneId timezone(String name) {
        try {
            return name.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new SheliakException(
                    ErrorCode.PROTOCOL,
                    SourceLocation.UNKNOWN,
                    "expected an IANA time zone but found \"" + name + "\"",
                    unknown);
        }
    }

    private static SheliakException broken(String detail) {
        return new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail);
    }
}
