package org.sheliak.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.ipc.TableStreamReader;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.proto.Output;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;
import org.sheliak.runtime.proto.TaskGraphProtoConverter;
import org.sheliak.runtime.proto.Update;
import org.sheliak.runtime.proto.Value;
import org.sheliak.runtime.source.MemoryTable;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

class ChartSessionTest {
    private final SheliakRuntime runtime = SheliakRuntime.start(new RuntimeSettings(1 << 24, 1 << 20, List.of()));
    private final ChartSession session = runtime.openChart();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void respond_first_tellsAllThatIsAsked() {
        putTable();
        Response response = respond(asking(1, 0, 1).setGraph(graph()));
        assertThat(response.getSequence()).isEqualTo(1);
        assertThat(response.getValues(0).getValue().getNumber()).isEqualTo(5);
        try (Table table = TableStreamReader.read(
                response.getValues(1).getValue().getTable().toByteArray(), runtime.allocator())) {
            assertThat(table.column("x").value(0)).isEqualTo(1.0);
            assertThat(table.columns()).doesNotContainKey("y");
        }
    }

    @Test
    void respond_unchanged_tellsNothing_changed_tellsIt() {
        putTable();
        respond(asking(1, 0, 1).setGraph(graph()));
        assertThat(respond(asking(2, 0, 1)).getValuesList()).isEmpty();
        Response changed = respond(asking(3, 0, 1)
                .addUpdates(Update.newBuilder()
                        .setTask(0)
                        .setValue(Value.newBuilder().setNumber(6))));
        assertThat(changed.getValuesList()).hasSize(1);
        assertThat(changed.getValues(0).getValue().getNumber()).isEqualTo(6);
    }

    @Test
    void respond_olderSequence_isCancelled() {
        respond(asking(2, 0).setGraph(graph()));
        assertThat(respond(asking(2, 0)).getError().getCode()).isEqualTo(ErrorCode.CANCELLED);
    }

    @Test
    void respond_graphWithOlderSequence_beginsAnew() {
        respond(asking(7, 0).setGraph(graph()));
        assertThat(respond(asking(1, 0).setGraph(graph())).getValuesList()).hasSize(1);
        assertThat(respond(asking(2, 0)).hasError()).isFalse();
    }

    @Test
    void respond_noGraph_isAProtocolError() {
        assertThat(respond(asking(1, 0)).getError().getCode()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void respond_noMessage_isAProtocolError() throws InvalidProtocolBufferException {
        Response response = Response.parseFrom(session.respond(new byte[] {1, 2, 3}));
        assertThat(response.getError().getCode()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void respond_unknownTable_isAnErrorOfThatOutput() {
        Response response = respond(asking(1, 1, 0).setGraph(graph()));
        assertThat(response.getValues(0).getError().getCode()).isEqualTo(ErrorCode.DATA_SOURCE);
        assertThat(response.getValues(0).getError().getPointer()).isEqualTo("/data/0");
        assertThat(response.getValues(0).getError().getMessage())
                .isEqualTo("there is no table named \"flights\"; known are: none");
        assertThat(response.getValues(1).getValue().getNumber()).isEqualTo(5);
    }

    @Test
    void respond_unknownTask_isAnErrorOfThatOutput() {
        Response response = respond(asking(1, 7).setGraph(graph()));
        assertThat(response.getValues(0).getError().getCode()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void respond_closed_isCancelled() {
        session.close();
        assertThat(respond(asking(1, 0).setGraph(graph())).getError().getCode()).isEqualTo(ErrorCode.CANCELLED);
    }

    private void putTable() {
        TableBuilder builder = new TableBuilder();
        builder.append(Map.of("x", 1.0, "y", 2.0));
        runtime.put("flights", new MemoryTable(builder.build(runtime.allocator())));
    }

    private static Request.Builder asking(int sequence, int... tasks) {
        Request.Builder request = Request.newBuilder().setSequence(sequence);
        for (int task : tasks) {
            request.addOutputs(Output.newBuilder().setTask(task));
        }
        return request;
    }

    private Response respond(Request.Builder request) {
        try {
            return Response.parseFrom(session.respond(request.build().toByteArray()));
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static org.sheliak.runtime.proto.TaskGraph graph() {
        return TaskGraphProtoConverter.taskGraph(new TaskGraph(
                List.of(
                        task(Namespace.SIGNAL, "width", new ValueTask(new TaskValue.NumberValue(5)), "/signals/0"),
                        task(
                                Namespace.DATA,
                                "source",
                                new DataTask(new TableSource("flights"), null, List.of(), List.of("x")),
                                "/data/0")),
                "UTC"));
    }

    private static Task task(Namespace namespace, String name, Kind kind, String pointer) {
        return new Task(new Variable(namespace, name, List.of()), List.of(), kind, pointer);
    }
}
