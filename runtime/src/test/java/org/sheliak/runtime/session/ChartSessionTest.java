package org.sheliak.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.arrow.memory.BufferAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.Transform;
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
import org.sheliak.runtime.source.SourceTable;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

class ChartSessionTest {
    private final SheliakRuntime runtime = SheliakRuntime.start(new RuntimeSettings(1 << 24, 1 << 20, List.of()));
    private final ChartSession session = runtime.openChart();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
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

    @Test
    void respond_overTheBudget_failsAndTheRuntimeLivesOn() {
        Response response = respond(asking(1, 0, 1).setGraph(sequence(5_000_000)));
        assertThat(response.getValues(0).getError().getCode()).isEqualTo(ErrorCode.RESOURCE_LIMIT);
        assertThat(response.getValues(0).getError().getPointer()).isEqualTo("/data/0");
        assertThat(response.getValues(0).getError().getMessage()).contains("budget of 16 MB");
        assertThat(runtime.allocatedBytes()).isZero();
        assertThat(respond(asking(2, 0).setGraph(sequence(10))).getValues(0).hasValue())
                .isTrue();
    }

    @Test
    void respond_newerRequest_cancelsTheOlder() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        runtime.put("flights", new BlockedTable(reading, finish));
        CompletableFuture<Response> older =
                CompletableFuture.supplyAsync(() -> respond(asking(1, 1, 0).setGraph(graph())), threads);
        reading.await();
        CompletableFuture<Response> newer = CompletableFuture.supplyAsync(() -> respond(asking(2, 0)), threads);
        assertThat(newer.join().getValues(0).getValue().getNumber()).isEqualTo(5);
        finish.countDown();
        assertThat(older.join().getError().getCode()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(respond(asking(3, 1)).getValues(0).hasValue()).isTrue();
    }

    @Test
    void cancel_whileAnswering_isToldInTheAnswer() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        runtime.put("flights", new BlockedTable(reading, finish));
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> respond(asking(1, 1).setGraph(graph())), threads);
        reading.await();
        session.cancel();
        finish.countDown();
        assertThat(answer.join().getError().getCode()).isEqualTo(ErrorCode.CANCELLED);
    }

    /// One row, which is not there before `finish` is counted down.
    private record BlockedTable(CountDownLatch reading, CountDownLatch finish) implements SourceTable {
        @Override
        public Fingerprint state() {
            return new Fingerprint(1, 2, 3, 4);
        }

        @Override
        public Table read(List<String> columns, BufferAllocator allocator) {
            reading.countDown();
            try {
                finish.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            TableBuilder builder = new TableBuilder();
            builder.append(Map.of("x", 1.0));
            return builder.build(allocator);
        }

        @Override
        public void close() {}
    }

    private static org.sheliak.runtime.proto.TaskGraph sequence(int stop) {
        JsonObject definition =
                (JsonObject) JsonReader.read("{\"type\":\"sequence\",\"start\":0,\"stop\":" + stop + "}");
        List<Transform> transforms = List.of(new Transform(definition, "/data/0/transform/0"));
        return TaskGraphProtoConverter.taskGraph(new TaskGraph(
                List.of(
                        task(Namespace.DATA, "rows", new DataTask(null, null, transforms, null), "/data/0"),
                        task(Namespace.SIGNAL, "width", new ValueTask(new TaskValue.NumberValue(5)), "/signals/0")),
                "UTC"));
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
