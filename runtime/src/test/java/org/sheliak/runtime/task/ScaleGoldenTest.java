package org.sheliak.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.DynamicContainer;
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

/// Compares expressions that read a scale with what Vega in Node makes of them.
/// `src/test/node/scale/generate.js` writes the golden files, one for each family.
class ScaleGoldenTest {
    private static final ColumnKernels KERNELS = ColumnKernels.load();
    private static final TaskValue ERROR = new TaskValue.TextValue("error");

    /// @param tolerance how far a number may be off, as a part of it
    private record Family(String name, double tolerance) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("continuous", 0),
            new Family("discrete", 0),
            new Family("discretizing", 0),
            new Family("dates", 0),
            new Family("colors", 0),
            // V8 has its own sine and cosine, which differ from fdlibm's in the last digit.
            new Family("projections", 1e-9));

    @TestFactory
    Stream<DynamicContainer> families() {
        return FAMILIES.stream().map(family -> DynamicContainer.dynamicContainer(family.name(), tests(family)));
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

    private static Stream<DynamicTest> tests(Family family) {
        JsonObject file = (JsonObject) JsonReader.read(text("/scale/" + family.name() + ".json"));
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
                tests.add(DynamicTest.dynamicTest(title, () -> check(scale, family.tolerance())));
            }
        }
        return tests.stream();
    }

    private static String text(String resource) {
        try (InputStream stream = ScaleGoldenTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(Case scale, double tolerance) {
        List<Task> tasks = tasks(scale);
        int first = tasks.size() - scale.expressions().size();
        try (BufferAllocator allocator = new RootAllocator();
                TaskValueCache cache = new TaskValueCache(1 << 20)) {
            TaskGraphExecutor executor = new TaskGraphExecutor(
                    allocator,
                    cache,
                    new RecentStates(cache),
                    new DataLocations(List.of()),
                    new GroupFusion(KERNELS, new BrushIndexes(KERNELS, Runnable::run, Integer.MAX_VALUE, 0)),
                    new NamedTables(Map.of(), Map.of()));
            GraphState graph = GraphState.of(new TaskGraph(tasks, scale.zone()));
            try (TaskGraphRun run = executor.start(graph, new Cancellation())) {
                for (int i = 0; i < scale.expressions().size(); i++) {
                    TaskValue found = value(run, first + i);
                    TaskValue expected = decode(scale.values().get(i));
                    assertThat(isSame(found, expected, tolerance))
                            .as("%s: found %s, Vega has %s", scale.expressions().get(i), found, expected)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isSame(TaskValue found, TaskValue expected, double tolerance) {
        if (found instanceof TaskValue.ListValue(List<TaskValue> some)
                && expected instanceof TaskValue.ListValue(List<TaskValue> others)) {
            return some.size() == others.size()
                    && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i), tolerance));
        }
        boolean isClose = tolerance > 0
                && found instanceof TaskValue.NumberValue(double number)
                && expected instanceof TaskValue.NumberValue(double other)
                && Math.abs(number - other) <= tolerance * Math.max(1, Math.abs(other));
        return isClose || found.equals(expected);
    }

    private static TaskValue value(TaskGraphRun run, int task) {
        try {
            return run.value(new Output(task, ""));
        } catch (SheliakException failure) {
            return ERROR;
        }
    }

    /// The tables and signals, the scale that reads them, and an expression after the other that reads them all.
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
        List<Input> outer = List.copyOf(inputs);
        inputs.add(new Input(Namespace.SCALE, "s", new Output(tasks.size(), "")));
        tasks.add(task(Namespace.SCALE, "s", outer, new Task.ScaleTask(scale.scale())));
        for (JsonValue expression : scale.expressions()) {
            String source = ((JsonString) expression).value();
            tasks.add(task(Namespace.SIGNAL, source, inputs, new Task.SignalTask(source)));
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
