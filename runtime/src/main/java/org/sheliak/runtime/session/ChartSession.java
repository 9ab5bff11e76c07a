package org.sheliak.runtime.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.arrow.memory.OutOfMemoryException;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.proto.ErrorProtoConverter;
import org.sheliak.runtime.proto.ProtoMessages;
import org.sheliak.runtime.proto.ProtoTaskGraphConverter;
import org.sheliak.runtime.proto.ProtoValueConverter;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;
import org.sheliak.runtime.proto.Update;
import org.sheliak.runtime.task.GraphState;
import org.sheliak.runtime.task.TaskGraphExecutor;

/// Answers the requests of one chart: keeps its task graph, the values of its roots and what it was told.
///
/// Safe for any number of threads. A request with a higher sequence number cancels the one that is being answered, and
/// so does one with a graph: a page that was loaded again begins its numbers anew.
public final class ChartSession implements AutoCloseable {
    private final TaskGraphExecutor executor;
    private final EvaluationThreads threads;
    private final Runnable whenClosed;
    // Guarded by this.
    private @Nullable GraphState graph;
    private final Map<Output, Fingerprint> told = new HashMap<>();
    private int latestSequence;
    private Cancellation running = new Cancellation();
    private boolean closed;

    /// A session without a graph, which the first request must bring.
    ///
    /// @param executor borrowed
    /// @param threads borrowed
    /// @param whenClosed called once, when the session is closed
    public ChartSession(TaskGraphExecutor executor, EvaluationThreads threads, Runnable whenClosed) {
        this.executor = executor;
        this.threads = threads;
        this.whenClosed = whenClosed;
    }

    /// Answers a `Request` message with a `Response` message. Never throws: errors are part of the answer.
    /// Blocks while it evaluates.
    public byte[] respond(byte[] request) {
        Request parsed;
        try {
            parsed = ProtoMessages.parse(Request.parser(), request, "Request");
        } catch (SheliakException malformed) {
            return failure(0, malformed).toByteArray();
        }
        try {
            return respond(parsed).toByteArray();
        } catch (SheliakException error) {
            return failure(parsed.getSequence(), error).toByteArray();
        } catch (OutOfMemoryException | OutOfMemoryError | StackOverflowError exhausted) {
            return failure(parsed.getSequence(), wrapped(ErrorCode.RESOURCE_LIMIT, exhausted))
                    .toByteArray();
        } catch (RuntimeException defect) {
            return failure(parsed.getSequence(), wrapped(ErrorCode.INTERNAL, defect))
                    .toByteArray();
        }
    }

    private static SheliakException wrapped(ErrorCode code, Throwable cause) {
        return new SheliakException(code, SourceLocation.UNKNOWN, "the request failed: " + cause, cause);
    }

    /// Stops the request that is being answered, if any; its answer has the error `CANCELLED`.
    public synchronized void cancel() {
        running.cancel();
    }

    private Response respond(Request request) {
        Step step = accept(request);
        Answer answer = new Answer(executor, step.graph(), step.cancellation(), threads);
        Response response = answer.response(request, step.told());
        remember(step, answer);
        return response;
    }

    /// Takes over the graph and the updates of a request.
    private synchronized Step accept(Request request) {
        if (closed) {
            throw error(ErrorCode.CANCELLED, "the chart was closed");
        }
        boolean isNewer = Integer.compareUnsigned(request.getSequence(), latestSequence) > 0;
        if (!isNewer && !request.hasGraph()) {
            throw error(
                    ErrorCode.CANCELLED,
                    "request " + Integer.toUnsignedString(request.getSequence()) + " came after request "
                            + Integer.toUnsignedString(latestSequence));
        }
        GraphState next = updated(request);
        latestSequence = request.getSequence();
        running.cancel();
        running = new Cancellation();
        if (request.hasGraph()) {
            told.clear();
        }
        graph = next;
        return new Step(next, running, Map.copyOf(told));
    }

    private GraphState updated(Request request) {
        GraphState base =
                request.hasGraph() ? GraphState.of(ProtoTaskGraphConverter.taskGraph(request.getGraph())) : graph;
        if (base == null) {
            throw error(ErrorCode.PROTOCOL, "no task graph is known: expected one with the first request");
        }
        Map<Integer, TaskValue> updates = new LinkedHashMap<>();
        for (Update update : request.getUpdatesList()) {
            updates.put(update.getTask(), ProtoValueConverter.value(update.getValue()));
        }
        return updates.isEmpty() ? base : base.updated(updates);
    }

    private synchronized void remember(Step step, Answer answer) {
        step.cancellation().check();
        told.keySet().removeAll(answer.failed());
        told.putAll(answer.told());
    }

    private static Response failure(int sequence, SheliakException error) {
        return Response.newBuilder()
                .setSequence(sequence)
                .setError(ErrorProtoConverter.error(error))
                .build();
    }

    private static SheliakException error(ErrorCode code, String detail) {
        return new SheliakException(code, SourceLocation.UNKNOWN, detail);
    }

    /// Cancels what is being answered; later requests are answered with `CANCELLED`.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running.cancel();
        }
        whenClosed.run();
    }

    /// What one request works on.
    ///
    /// @param told the states of the outputs that the chart knows
    private record Step(GraphState graph, Cancellation cancellation, Map<Output, Fingerprint> told) {}
}
