package org.sheliak.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.Output;
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

/// Compares expressions that read a scale with what Vega in Node makes of them, to the last bit:
/// `src/test/node/scale/generate.js` writes the golden files.
class ScaleGoldenTest {
    private static final ColumnKernels KERNELS = ColumnKernels.load();
    private static final TaskValue ERROR = new TaskValue.TextValue("error");

    @TestFactory
    Stream<DynamicTest> continuous() throws IOException {
        return tests("continuous");
    }

    @TestFactory
    Stream<DynamicTest> discrete() throws IOException {
        return tests("discrete");
    }

    @TestFactory
    Stream<DynamicTest> discretizing() throws IOException {
        return tests("discretizing");
    }

    @TestFactory
    Stream<DynamicTest> dates() throws IOException {
        return tests("dates");
    }

    @TestFactory
    Stream<DynamicTest> colors() throws IOException {
        return tests("colors");
    }

    /// A scale, what it can name, and what Vega makes of expressions that read it.
    private record Case(JsonObject scale, JsonObject tables, JsonObject group, List<JsonValue> values) {
        List<JsonValue> expressions() {
            return ((JsonArray) group.get("expressions")).elements();
        }

        String zone() {
            return ((JsonString) group.get("zone")).value();
        }
    }

    private static Stream<DynamicTest> tests(String name) throws IOException {
        JsonObject file = (JsonObject) JsonReader.read(text("/scale/" + name + ".json"));
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonValue group : ((JsonArray) file.get("groups")).elements()) {
            for (JsonValue element : ((JsonArray) ((JsonObject) group).get("cases")).elements()) {
                JsonObject json = (JsonObject) element;
                Case scale = new Case(
                        (JsonObject) json.get("scale"),
                        (JsonObject) file.get("tables"),
                        (JsonObject) group,
                        ((JsonArray) json.get("values")).elements());
                String title = JsonWriter.write(scale.scale()) + " [" + scale.zone() + "]";
                tests.add(DynamicTest.dynamicTest(title, () -> check(scale)));
            }
        }
        return tests.stream();
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = ScaleGoldenTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(Case scale) {
        List<Task> tasks = tasks(scale);
        int first = tasks.size() - scale.expressions().size();
        try (BufferAllocator allocator = new RootAllocator();
                TaskValueCache cache = new TaskValueCache(1 << 20)) {
            TaskGraphExecutor executor = new TaskGraphExecutor(
                    allocator,
                    cache,
                    new DataLocations(List.of()),
                    new GroupFusion(KERNELS, new BrushIndexes(KERNELS, Runnable::run, Integer.MAX_VALUE, 0)),
                    new NamedTables(Map.of(), Map.of()));
            GraphState graph = GraphState.of(new TaskGraph(tasks, scale.zone()));
            try (TaskGraphRun run = executor.start(graph, new Cancellation())) {
                for (int i = 0; i < scale.expressions().size(); i++) {
                    assertThat(value(run, first + i))
                            .as("%s", ((JsonString) scale.expressions().get(i)).value())
                            .isEqualTo(decode(scale.values().get(i)));
                }
            }
        }
    }

    private static TaskValue value(TaskGraphRun run, int task) {
        try {
            return run.value(new Output(task, ""));
        } catch (SheliakException failure) {
            return ERROR;
        }
    }

    /// The tables and signals, the scale that reads them, and an expression after the other that reads the scale.
    private static List<Task> tasks(Case scale) {
        List<Task> tasks = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        scale.tables().members().forEach((name, rows) -> {
            inputs.add(new Input(Namespace.DATA, name, new Output(tasks.size(), "")));
            tasks.add(task(Namespace.DATA, name, List.of(), new Task.ValueTask(decode(rows))));
        });
        ((JsonObject) scale.group().get("signals")).members().forEach((name, value) -> {
            inputs.add(new Input(Namespace.SIGNAL, name, new Output(tasks.size(), "")));
            tasks.add(task(Namespace.SIGNAL, name, List.of(), new Task.ValueTask(decode(value))));
        });
        Input input = new Input(Namespace.SCALE, "s", new Output(tasks.size(), ""));
        tasks.add(task(Namespace.SCALE, "s", inputs, new Task.ScaleTask(scale.scale())));
        for (JsonValue expression : scale.expressions()) {
            String source = ((JsonString) expression).value();
            tasks.add(task(Namespace.SIGNAL, source, List.of(input), new Task.SignalTask(source)));
        }
        return tasks;
    }

    private static Task task(Namespace namespace, String name, List<Input> inputs, Task.Kind kind) {
        return new Task(new Variable(namespace, name, List.of()), inputs, kind, "");
    }

    private static TaskValue decode(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new TaskValue.ListValue(
                    array.elements().stream().map(ScaleGoldenTest::decode).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return TaskValues.of(value);
        }
        JsonValue millis = object.get("$date");
        if (millis != null) {
            return new TaskValue.DateValue(millis instanceof JsonNumber(double number) ? number : Double.NaN);
        }
        if (object.get("$") instanceof JsonString(String name)) {
            return switch (name) {
                case "error" -> ERROR;
                case "undefined" -> TaskValue.Singleton.UNDEFINED;
                default -> new TaskValue.NumberValue(Double.parseDouble(name));
            };
        }
        Map<String, TaskValue> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, decode(member)));
        return new TaskValue.ObjectValue(members);
    }
}
