package org.sheliak.runtime.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.proto.ErrorProtoConverter;
import org.sheliak.runtime.proto.OutputValue;
import org.sheliak.runtime.proto.ProtoTaskGraphConverter;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;
import org.sheliak.runtime.proto.Value;
import org.sheliak.runtime.proto.ValueProtoConverter;
import org.sheliak.runtime.task.GraphState;
import org.sheliak.runtime.task.TaskGraphExecutor;
import org.sheliak.runtime.task.TaskGraphRun;

/// Collects the answer to one request. Outputs of different tasks are evaluated by several threads: what one of them
/// does alone, such as writing its rows, the others need not wait for. What two of them need is evaluated once, as
/// long as the cache keeps it.
final class Answer {
    private final TaskGraphExecutor executor;
    private final GraphState graph;
    private final Cancellation cancellation;
    private final EvaluationThreads threads;
    private final Map<Output, Fingerprint> told = new HashMap<>();
    private final Set<Output> failed = new HashSet<>();

    /// What became of an output.
    private sealed interface Outcome {
        /// The chart knows the value already.
        record Known() implements Outcome {}

        record Evaluated(Fingerprint state, Value value) implements Outcome {}

        record Failed(SheliakException error) implements Outcome {}

        record WithoutRoom(OutOfMemoryException cause) implements Outcome {}
    }

    Answer(TaskGraphExecutor executor, GraphState graph, Cancellation cancellation, EvaluationThreads threads) {
        this.executor = executor;
        this.graph = graph;
        this.cancellation = cancellation;
        this.threads = threads;
    }

    /// The states of the outputs in the answer.
    Map<Output, Fingerprint> told() {
        return told;
    }

    /// The outputs for which the answer has an error.
    Set<Output> failed() {
        return failed;
    }

    /// The outputs asked for whose state is not known to the chart.
    ///
    /// @throws SheliakException with [ErrorCode#CANCELLED] when the request was cancelled
    Response response(Request request, Map<Output, Fingerprint> known) {
        Map<Output, org.sheliak.runtime.proto.Output> asked = new LinkedHashMap<>();
        request.getOutputsList().forEach(output -> asked.put(ProtoTaskGraphConverter.output(output), output));
        try {
            Map<Output, Outcome> outcomes = evaluate(asked.keySet(), known);
            Response.Builder response = Response.newBuilder().setSequence(request.getSequence());
            asked.forEach((output, message) -> add(output, message, withRoom(output, outcomes, known), response));
            return response.build();
        } finally {
            executor.fusion().prepareNext();
        }
    }

    private Map<Output, Outcome> evaluate(Collection<Output> outputs, Map<Output, Fingerprint> known) {
        Map<Integer, List<Output>> byTask = new LinkedHashMap<>();
        outputs.forEach(output ->
                byTask.computeIfAbsent(output.task(), task -> new ArrayList<>()).add(output));
        Queue<List<Output>> waiting = new ConcurrentLinkedQueue<>(byTask.values());
        Map<Output, Outcome> outcomes = new ConcurrentHashMap<>();
        threads.run(byTask.size(), cancellation, () -> {
            try (TaskGraphRun run = executor.start(graph, cancellation)) {
                for (List<Output> next = waiting.poll(); next != null; next = waiting.poll()) {
                    next.forEach(output -> outcomes.put(output, outcome(run, output, known)));
                }
            }
        });
        return outcomes;
    }

    private Outcome outcome(TaskGraphRun run, Output output, Map<Output, Fingerprint> known) {
        cancellation.check();
        try {
            Fingerprint state = run.state(output);
            return state.equals(known.get(output))
                    ? new Outcome.Known()
                    : new Outcome.Evaluated(state, ValueProtoConverter.value(run.value(output)));
        } catch (OutOfMemoryException noRoom) {
            return new Outcome.WithoutRoom(noRoom);
        } catch (SheliakException error) {
            if (error.code() == ErrorCode.CANCELLED) {
                throw error;
            }
            return new Outcome.Failed(error);
        }
    }

    /// What became of an output. For which there was no room, it is tried once more on its own, with all that the cache
    /// holds given up.
    private Outcome withRoom(Output output, Map<Output, Outcome> outcomes, Map<Output, Fingerprint> known) {
        Outcome first = Objects.requireNonNull(outcomes.get(output));
        if (!(first instanceof Outcome.WithoutRoom)) {
            return first;
        }
        executor.cache().clear();
        try (TaskGraphRun run = executor.start(graph, cancellation)) {
            return outcome(run, output, known);
        }
    }

    private void add(
            Output output, org.sheliak.runtime.proto.Output message, Outcome outcome, Response.Builder response) {
        OutputValue.Builder value = OutputValue.newBuilder().setOutput(message);
        switch (outcome) {
            case Outcome.Known _ -> {
                return;
            }
            case Outcome.Evaluated evaluated -> {
                told.put(output, evaluated.state());
                value.setValue(evaluated.value());
            }
            case Outcome.Failed failure -> {
                failed.add(output);
                value.setError(ErrorProtoConverter.error(failure.error()));
            }
            case Outcome.WithoutRoom noRoom -> {
                failed.add(output);
                value.setError(ErrorProtoConverter.error(overBudget(output, noRoom.cause())));
            }
        }
        response.addValues(value);
    }

    private SheliakException overBudget(Output output, OutOfMemoryException cause) {
        BufferAllocator allocator = executor.allocator();
        String detail = graph.task(output.task()).variable().name() + " needs more memory than the budget of "
                + allocator.getLimit() / (1 << 20) + " MB leaves";
        return new SheliakException(
                ErrorCode.RESOURCE_LIMIT,
                SourceLocation.at(graph.task(output.task()).pointer()),
                detail,
                cause);
    }
}
