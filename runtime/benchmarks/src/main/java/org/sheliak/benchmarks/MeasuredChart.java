package org.sheliak.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.planning.CommunicationPlan.ClientValue;
import org.sheliak.planner.planning.CommunicationPlan.ServerValue;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.ipc.TableStreamReader;
import org.sheliak.runtime.proto.OutputValue;
import org.sheliak.runtime.proto.ProtoMessages;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;
import org.sheliak.runtime.proto.TaskGraphProtoConverter;
import org.sheliak.runtime.proto.Update;
import org.sheliak.runtime.proto.Value;
import org.sheliak.runtime.proto.ValueProtoConverter;
import org.sheliak.runtime.session.ChartSession;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.DateValue;

/// A chart whose browser half is missing: sends the requests that the browser would send, and keeps what comes back.
final class MeasuredChart implements AutoCloseable {
    private final SheliakRuntime runtime;
    private final ChartSession session;
    private final SpecPlan plan;
    private final Map<Variable, Value> received = new HashMap<>();
    private int sequence;

    /// @param runtime borrowed
    MeasuredChart(SheliakRuntime runtime, SpecPlan plan) {
        this.runtime = runtime;
        this.session = runtime.openChart();
        this.plan = plan;
    }

    /// The request for all that the spec's first drawing needs.
    byte[] drawRequest() {
        return request(Request.newBuilder().setGraph(TaskGraphProtoConverter.taskGraph(plan.taskGraph())));
    }

    /// The request that tells the kernel new values of signals and data sets, and asks for all that follows.
    ///
    /// @param values by the names of top-level signals and data sets
    byte[] updateRequest(Map<String, JsonValue> values) {
        Request.Builder request = Request.newBuilder();
        for (ClientValue root : plan.communicationPlan().clientToServer()) {
            JsonValue value = values.get(root.variable().name());
            if (value != null) {
                request.addUpdates(Update.newBuilder().setTask(root.task()).setValue(ValueProtoConverter.json(value)));
            }
        }
        return request(request);
    }

    private byte[] request(Request.Builder request) {
        request.setSequence(++sequence);
        for (ServerValue asked : plan.communicationPlan().serverToClient()) {
            request.addOutputs(TaskGraphProtoConverter.output(asked.output()));
        }
        return request.build().toByteArray();
    }

    /// Asks the session of this chart, and keeps the response.
    ///
    /// @return nanoseconds from the bytes of the request to the bytes of the response
    long ask(byte[] request) {
        long start = System.nanoTime();
        byte[] response = session.respond(request);
        long nanos = System.nanoTime() - start;
        keep(response);
        return nanos;
    }

    /// Keeps the values of a response, this chart's or that of a kernel which was sent the same requests.
    void keep(byte[] response) {
        keep(ProtoMessages.parse(Response.parser(), response, "Response"));
    }

    private void keep(Response response) {
        if (response.hasError()) {
            throw new IllegalStateException(response.getError().getMessage());
        }
        for (OutputValue value : response.getValuesList()) {
            if (value.hasError()) {
                throw new IllegalStateException(value.getError().getMessage());
            }
            for (ServerValue asked : plan.communicationPlan().serverToClient()) {
                if (TaskGraphProtoConverter.output(asked.output()).equals(value.getOutput())) {
                    received.put(asked.variable(), value.getValue());
                }
            }
        }
    }

    /// Names and values of what the kernel evaluates; rows of a data set column by column, dates as epoch millis.
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        received.forEach((variable, value) -> values.put(
                variable.name(), value.hasTable() ? columns(value.getTable().toByteArray()) : value.toString()));
        return values;
    }

    private Map<String, List<@Nullable Object>> columns(byte[] stream) {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        try (Table table = TableStreamReader.read(stream, runtime.allocator())) {
            table.columns().forEach((name, column) -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (int row = 0; row < table.rowCount(); row++) {
                    values.add(plain(column.value(row)));
                }
                columns.put(name, values);
            });
        }
        return columns;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof DateValue(double epochMillis) ? epochMillis : value;
    }

    @Override
    public void close() {
        session.close();
    }
}
