package org.sheliak.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.FingerprintBuilder;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.MergedSource;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.planner.taskgraph.Task.Source;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.Task.ValuesSource;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.TaskValues;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.cache.TaskValueCache;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.fusion.GroupFusion;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.source.DataLocations;
import org.sheliak.runtime.source.NamedTables;
import org.sheliak.runtime.source.SourceTable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.Undefined;

class TaskGraphRunTest {
    private static final ColumnKernels KERNELS = ColumnKernels.load();

    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();
    private final TaskValueCache cache = new TaskValueCache(1 << 20);
    private final RecentStates recent = new RecentStates(cache);
    private final CountedTable table = new CountedTable();
    private final List<Task> tasks = new ArrayList<>();

    @AfterEach
    void close() {
        cache.close();
        allocator.close();
    }

    @Test
    void value_signal_evaluatesItsInputs() {
        int width = signal("width", new ValueTask(number(5)));
        int twice = signal("twice", new SignalTask("width * 2"), input("width", width));
        assertThat(value(graph(), twice)).isEqualTo(number(10));
    }

    @Test
    void value_pipeline_appliesTheTransforms() {
        int source = data("source", values("[{\"a\":1},{\"a\":5},{\"a\":7}]"), "[]");
        int low = signal("low", new ValueTask(number(4)));
        int derived = data(
                "derived",
                new DataSource(source),
                "[{\"type\":\"filter\",\"expr\":\"datum.a > low\"},"
                        + "{\"type\":\"extent\",\"field\":\"a\",\"signal\":\"range\"},"
                        + "{\"type\":\"formula\",\"expr\":\"datum.a - range[0]\",\"as\":\"b\"}]",
                input("low", low));
        GraphState graph = graph();
        assertThat(column(graph, derived, "b")).containsExactly(0.0, 2.0);
        try (TaskGraphRun run = run(graph)) {
            assertThat(run.value(new Output(derived, "range")))
                    .isEqualTo(new TaskValue.ListValue(List.of(number(5), number(7))));
            assertThatThrownBy(() -> run.value(new Output(derived, "none")))
                    .hasMessageContaining("no transform sets a signal named \"none\"");
        }
    }

    @Test
    void value_severalSources_standBelowEachOther() {
        int first = data("first", values("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]"), "[]");
        int second = data("second", values("[{\"a\":3,\"c\":true}]"), "[]");
        int merged = data("merged", new MergedSource(List.of(second, first, second)), "[]");
        int sorted = data(
                "sorted",
                new MergedSource(List.of(second, first)),
                "[{\"type\":\"collect\",\"sort\":{\"field\":\"c\"}}]");
        GraphState graph = graph();
        assertThat(column(graph, merged, "a")).containsExactly(3.0, 1.0, 2.0, 3.0);
        assertThat(column(graph, merged, "b")).containsExactly(Undefined.UNDEFINED, "x", "y", Undefined.UNDEFINED);
        assertThat(column(graph, sorted, "a")).containsExactly(1.0, 2.0, 3.0);
        assertThat(state(graph, merged)).isNotEqualTo(state(graph, sorted));
    }

    @Test
    void value_afterUpdate_repeatsOnlyWhatDependsOnIt() {
        int low = signal("low", new ValueTask(number(1)));
        int constant = signal("constant", new ValueTask(number(100)));
        int derived = data(
                "derived",
                new TableSource("table"),
                "[{\"type\":\"formula\",\"expr\":\"datum.a + constant\",\"as\":\"b\"},"
                        + "{\"type\":\"filter\",\"expr\":\"datum.a >= low\"}]",
                input("low", low),
                input("constant", constant));
        GraphState graph = graph();
        assertThat(column(graph, derived, "b")).containsExactly(101.0, 102.0);
        GraphState moved = graph.updated(Map.of(low, number(2)));
        assertThat(column(moved, derived, "b")).containsExactly(102.0);
        assertThat(table.reads).isEqualTo(1);
        assertThat(cache.contains(stateAfter(moved, derived, 1))).isTrue();
        assertThat(column(graph, derived, "b")).containsExactly(101.0, 102.0);
    }

    @Test
    void value_afterManyUpdates_keepsWhatWasShownLast() {
        int low = signal("low", new ValueTask(number(0)));
        int derived = data(
                "derived",
                new TableSource("table"),
                "[{\"type\":\"formula\",\"expr\":\"datum.a + 100\",\"as\":\"b\"},"
                        + "{\"type\":\"filter\",\"expr\":\"datum.a >= low\"}]",
                input("low", low));
        GraphState graph = graph().updated(Map.of(low, number(0)));
        List<GraphState> shown = new ArrayList<>();
        for (int i = 0; i <= RecentStates.KEPT; i++) {
            shown.add(graph.updated(Map.of(low, number(i / 100.0))));
            assertThat(column(shown.getLast(), derived, "b")).containsExactly(101.0, 102.0);
        }
        assertThat(cache.contains(stateAfter(shown.removeFirst(), derived, 2))).isFalse();
        assertThat(shown).allMatch(state -> cache.contains(stateAfter(state, derived, 2)));
        assertThat(cache.contains(stateAfter(graph, derived, 1))).isTrue();
    }

    @Test
    void state_sameComputation_isTheSameInAnotherGraph() {
        int first = data("first", new TableSource("table"), "[{\"type\":\"filter\",\"expr\":\"datum.a > 1\"}]");
        Fingerprint state = state(graph(), first);
        tasks.clear();
        signal("unused", new ValueTask(number(1)));
        int second = data("second", new TableSource("table"), "[{\"type\":\"filter\",\"expr\":\"datum.a > 1\"}]");
        int other = data("other", new TableSource("table"), "[{\"type\":\"filter\",\"expr\":\"datum.a > 2\"}]");
        assertThat(state(graph(), second)).isEqualTo(state);
        assertThat(state(graph(), other)).isNotEqualTo(state);
    }

    @Test
    void value_urlFromASignal_readsTheFile() throws IOException {
        Files.writeString(folder.resolve("1.csv"), "a\n7\n");
        Files.writeString(folder.resolve("2.csv"), "a\n8\n");
        int number = signal("number", new ValueTask(number(1)));
        int rows = add(
                Namespace.DATA,
                "rows",
                new DataTask(
                        new UrlSource(object("{\"signal\":\"number + '.csv'\"}")),
                        object("{\"type\":\"csv\",\"parse\":{\"a\":\"number\"}}"),
                        List.of(),
                        null),
                input("number", number));
        GraphState graph = graph();
        assertThat(column(graph, rows, "a")).containsExactly(7.0);
        assertThat(column(graph.updated(Map.of(number, number(2))), rows, "a")).containsExactly(8.0);
    }

    @Test
    void value_changedFile_isReadAgain() throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, "[{\"a\":1}]");
        int rows = data("rows", new UrlSource(new JsonString("a.json")), "[]");
        assertThat(column(graph(), rows, "a")).containsExactly(1.0);
        Files.writeString(file, "[{\"a\":1},{\"a\":2}]");
        assertThat(column(graph(), rows, "a")).containsExactly(1.0, 2.0);
    }

    @Test
    void value_failingTransform_saysWhere() {
        int rows = data("rows", values("[{\"a\":1}]"), "[{\"type\":\"filter\",\"expr\":\"datum.a >\"}]");
        assertThatThrownBy(() -> value(graph(), rows)).isInstanceOfSatisfying(SheliakException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.EXPRESSION_SYNTAX);
            assertThat(error.location().pointer()).startsWith("/data/0/transform/0");
        });
    }

    @Test
    void value_failingSource_saysWhere() {
        int rows = data("rows", new UrlSource(new JsonString("none.csv")), "[]");
        assertThatThrownBy(() -> value(graph(), rows)).isInstanceOfSatisfying(SheliakException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.DATA_SOURCE);
            assertThat(error.location().pointer()).isEqualTo("/data/0");
        });
    }

    @Test
    void value_cancelled_stops() {
        int rows = data("rows", new TableSource("table"), "[{\"type\":\"filter\",\"expr\":\"datum.a > 1\"}]");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (TaskGraphRun run = executor().start(graph(), cancellation)) {
            assertThatThrownBy(() -> run.value(new Output(rows, "")))
                    .isInstanceOfSatisfying(
                            SheliakException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED));
        }
    }

    @Test
    void table_fieldThatTheTableHasNot_isNamed() {
        DataTask rows = new DataTask(new TableSource("table"), null, List.of(), List.of("a", "b"));
        int task = add(Namespace.DATA, "rows", rows);
        try (TaskGraphRun run = run(graph())) {
            assertThatThrownBy(() -> run.table(task))
                    .hasMessageContaining("the table \"table\" has no field \"b\", it has a");
        }
    }

    private GraphState graph() {
        return GraphState.of(new TaskGraph(tasks, "UTC"));
    }

    private TaskGraphExecutor executor() {
        return new TaskGraphExecutor(
                allocator,
                cache,
                recent,
                new DataLocations(List.of(folder)),
                new GroupFusion(KERNELS, new BrushIndexes(KERNELS, Runnable::run, Integer.MAX_VALUE, 0)),
                new NamedTables(Map.of("table", table), Map.of()));
    }

    private TaskGraphRun run(GraphState graph) {
        return executor().start(graph, new Cancellation());
    }

    private TaskValue value(GraphState graph, int task) {
        try (TaskGraphRun run = run(graph)) {
            return run.value(new Output(task, ""));
        }
    }

    private Fingerprint state(GraphState graph, int task) {
        try (TaskGraphRun run = run(graph)) {
            return run.state(new Output(task, ""));
        }
    }

    /// The state that the cache knows the rows by after the first transforms of a task.
    private Fingerprint stateAfter(GraphState graph, int task, int transforms) {
        try (TaskGraphRun run = run(graph)) {
            DataTask definition = (DataTask) graph.task(task).kind();
            return new DataEvaluation(run, task, definition).states().get(transforms);
        }
    }

    private List<Object> column(GraphState graph, int task, String name) {
        List<Object> values = new ArrayList<>();
        try (TaskGraphRun run = run(graph)) {
            Column column = run.table(task).column(name);
            for (int row = 0; row < column.length(); row++) {
                values.add(column.value(row));
            }
        }
        return values;
    }

    private int signal(String name, Kind kind, Input... inputs) {
        return add(Namespace.SIGNAL, name, kind, inputs);
    }

    private int data(String name, Source source, String transforms, Input... inputs) {
        List<Transform> list = new ArrayList<>();
        for (var definition : ((JsonArray) JsonReader.read(transforms)).elements()) {
            list.add(new Transform((JsonObject) definition, "/data/" + tasks.size() + "/transform/" + list.size()));
        }
        return add(Namespace.DATA, name, new DataTask(source, null, list, null), inputs);
    }

    private int add(Namespace namespace, String name, Kind kind, Input... inputs) {
        String pointer = (namespace == Namespace.DATA ? "/data/" : "/signals/") + tasks.size();
        tasks.add(new Task(new Variable(namespace, name, List.of()), List.of(inputs), kind, pointer));
        return tasks.size() - 1;
    }

    private static Input input(String name, int task) {
        return new Input(Namespace.SIGNAL, name, new Output(task, ""));
    }

    private static ValuesSource values(String json) {
        return new ValuesSource(TaskValues.of(JsonReader.read(json)));
    }

    private static JsonObject object(String json) {
        return (JsonObject) JsonReader.read(json);
    }

    private static TaskValue number(double number) {
        return new TaskValue.NumberValue(number);
    }

    /// The rows `a = 1` and `a = 2`, and how often they were read.
    private static final class CountedTable implements SourceTable {
        private int reads;

        @Override
        public Fingerprint state() {
            return new FingerprintBuilder().putString("counted").build();
        }

        @Override
        public Table read(@Nullable List<String> columns, BufferAllocator allocator) {
            reads++;
            TableBuilder rows = new TableBuilder();
            rows.append(Map.of("a", 1.0));
            rows.append(Map.of("a", 2.0));
            return rows.build(allocator);
        }

        @Override
        public void close() {}
    }
}
