package org.sheliak.runtime.task;

import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.memory.OutOfMemoryException;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Task.ScaleTask;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.scale.Scale;
import org.sheliak.runtime.table.Table;

/// One evaluation of some tasks of a graph, by one thread. Each task is evaluated once, when it is first needed.
public final class TaskGraphRun implements AutoCloseable {
    private final TaskGraphExecutor executor;
    private final GraphState graph;
    private final Cancellation cancellation;
    private final Map<Integer, Fingerprint> states = new HashMap<>();
    private final Map<Integer, Boolean> volatiles = new HashMap<>();
    private final Map<Integer, SignalValue> signals = new HashMap<>();
    private final Map<Integer, Scale> scales = new HashMap<>();
    private final Map<Integer, DataResult> data = new HashMap<>();

    TaskGraphRun(TaskGraphExecutor executor, GraphState graph, Cancellation cancellation) {
        this.executor = executor;
        this.graph = graph;
        this.cancellation = cancellation;
    }

    TaskGraphExecutor executor() {
        return executor;
    }

    GraphState graph() {
        return graph;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /// Stands for the value of an output: what is computed, and from what. As long as it stays the same, so does the
    /// value. Evaluates only what the address of a file depends on.
    ///
    /// @throws SheliakException at the task that failed
    public Fingerprint state(Output output) {
        return new StateHash("output")
                .state(state(output.task()))
                .text(output.signal())
                .build();
    }

    /// The value of an output as it goes to the client.
    ///
    /// @throws SheliakException at the task that failed
    public TaskValue value(Output output) {
        if (output.signal().isEmpty() && isData(output.task())) {
            return TaskValueConverter.toTaskValue(table(output.task()), executor.allocator());
        }
        return at(output.task(), () -> TaskValueConverter.toTaskValue(signal(output)));
    }

    /// Stands for the main value of a task.
    Fingerprint state(int task) {
        Fingerprint known = states.get(task);
        if (known == null) {
            known = at(task, () -> computeState(task));
            states.put(task, known);
        }
        return known;
    }

    private Fingerprint computeState(int task) {
        return switch (graph.task(task).kind()) {
            case ValueTask _ -> graph.root(task).state();
            case SignalTask signal -> new SignalEvaluation(this, task, signal).state();
            case ScaleTask scale -> new ScaleEvaluation(this, task, scale).state();
            case DataTask definition -> new DataEvaluation(this, task, definition).state();
        };
    }

    /// Whether the main value of a task depends on a root that may change: on one that has been updated, or on any
    /// root as long as none has.
    boolean isVolatile(int task) {
        Boolean known = volatiles.get(task);
        if (known == null) {
            known = computeVolatile(task);
            volatiles.put(task, known);
        }
        return known;
    }

    private boolean computeVolatile(int task) {
        return switch (graph.task(task).kind()) {
            case ValueTask _ -> graph.mayChange(task);
            case SignalTask _, ScaleTask _ -> TaskInputs.of(this, task).areVolatile();
            case DataTask definition ->
                new SourceEvaluation(this, task, definition).isVolatile()
                        || TaskInputs.of(this, task).areVolatile();
        };
    }

    /// The value of a signal: a task's own, or one that a transform of a data task sets.
    ///
    /// @throws SheliakException at the task that failed
    public @Nullable Object signal(Output output) {
        if (output.signal().isEmpty()) {
            return signal(output.task());
        }
        Map<String, @Nullable Object> set = result(output.task()).signals();
        if (!set.containsKey(output.signal())) {
            throw new SheliakException(
                    ErrorCode.PROTOCOL,
                    SourceLocation.at(graph.task(output.task()).pointer()),
                    "no transform sets a signal named \"" + output.signal() + "\"");
        }
        return set.get(output.signal());
    }

    private @Nullable Object signal(int task) {
        SignalValue known = signals.get(task);
        if (known == null) {
            known = at(task, () -> new SignalValue(computeSignal(task)));
            signals.put(task, known);
        }
        return known.value();
    }

    private @Nullable Object computeSignal(int task) {
        return switch (graph.task(task).kind()) {
            case ValueTask _ -> TaskValueConverter.toValue(graph.root(task).value());
            case SignalTask signal -> new SignalEvaluation(this, task, signal).value();
            case DataTask _, ScaleTask _ -> throw new IllegalArgumentException("task " + task + " is no signal");
        };
    }

    /// The scale of a task.
    Scale scale(int task) {
        Scale known = scales.get(task);
        if (known == null) {
            known = at(task, () -> computeScale(task));
            scales.put(task, known);
        }
        return known;
    }

    private Scale computeScale(int task) {
        if (graph.task(task).kind() instanceof ScaleTask scale) {
            return new ScaleEvaluation(this, task, scale).scale();
        }
        throw new IllegalArgumentException("task " + task + " is no scale");
    }

    /// The rows of a data task; borrowed until the run is closed.
    ///
    /// @throws SheliakException at the task that failed
    public Table table(int task) {
        return result(task).rows();
    }

    /// The rows and signals of a data task; borrowed until the run is closed.
    DataResult result(int task) {
        DataResult known = data.get(task);
        if (known == null) {
            known = at(task, () -> computeResult(task));
            data.put(task, known);
        }
        return known;
    }

    private DataResult computeResult(int task) {
        return switch (graph.task(task).kind()) {
            case ValueTask _ ->
                new DataResult(TaskValueConverter.toTable(graph.root(task).value(), executor.allocator()), Map.of());
            case DataTask definition -> new DataEvaluation(this, task, definition).result();
            case SignalTask _, ScaleTask _ -> throw new IllegalArgumentException("task " + task + " is no data set");
        };
    }

    /// Whether the main value of a task is a table.
    private boolean isData(int task) {
        return graph.task(task).variable().namespace() == Namespace.DATA;
    }

    /// Does a step of a task, and says so when it fails.
    private <T> T at(int index, Step<T> step) {
        Task task = graph.task(index);
        try {
            return step.run();
        } catch (SheliakException error) {
            throw error.location().pointer().isEmpty()
                    ? error.at(
                            new SourceLocation(task.pointer(), error.location().offset()))
                    : error;
        } catch (OutOfMemoryException noRoom) {
            throw noRoom;
        } catch (RuntimeException defect) {
            throw new SheliakException(
                    ErrorCode.INTERNAL,
                    SourceLocation.at(task.pointer()),
                    "cannot evaluate " + task.variable().name() + ": " + defect,
                    defect);
        }
    }

    @Override
    public void close() {
        data.values().forEach(DataResult::close);
        data.clear();
    }

    private record SignalValue(@Nullable Object value) {}

    private interface Step<T> {
        T run();
    }
}
