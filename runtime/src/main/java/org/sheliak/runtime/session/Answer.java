package org.sheliak.runtime.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.jspecify.annotations.Nullable;
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

/// Collects the answer to one request.
final class Answer {
    private final TaskGraphExecutor executor;
    private final GraphState graph;
    private final Cancellation cancellation;
    private final Map<Output, Fingerprint> told = new HashMap<>();
    private final Set<Output> failed = new HashSet<>();

    Answer(TaskGraphExecutor executor, GraphState graph, Cancellation cancellation) {
        this.executor = executor;
        this.graph = graph;
        this.cancellation = cancellation;
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
        Response.Builder response = Response.newBuilder().setSequence(request.getSequence());
        try (TaskGraphRun run = executor.start(graph, cancellation)) {
            for (org.sheliak.runtime.proto.Output asked : request.getOutputsList()) {
                cancellation.check();
                OutputValue value = outputValue(run, asked, known);
                if (value != null) {
                    response.addValues(value);
                }
            }
        }
        return response.build();
    }

    private @Nullable OutputValue outputValue(
            TaskGraphRun run, org.sheliak.runtime.proto.Output asked, Map<Output, Fingerprint> known) {
        Output output = ProtoTaskGraphConverter.output(asked);
        OutputValue.Builder message = OutputValue.newBuilder().setOutput(asked);
        try {
            Fingerprint state = run.state(output);
            if (state.equals(known.get(output))) {
                return null;
            }
            message.setValue(value(run, output));
            told.put(output, state);
        } catch (SheliakException error) {
            if (error.code() == ErrorCode.CANCELLED) {
                throw error;
            }
            failed.add(output);
            message.setError(ErrorProtoConverter.error(error));
        }
        return message.build();
    }

    /// The value of an output. When there is no room for it, tries once more with all that the cache holds given up.
    private Value value(TaskGraphRun run, Output output) {
        try {
            return ValueProtoConverter.value(run.value(output));
        } catch (OutOfMemoryException _) {
            run.close();
            executor.cache().clear();
        }
        try {
            return ValueProtoConverter.value(run.value(output));
        } catch (OutOfMemoryException noRoom) {
            throw overBudget(output, noRoom);
        }
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
