package org.sheliak.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.PlannerOptions;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.source.FileTable;
import org.sheliak.runtime.source.MemoryTable;
import org.sheliak.runtime.table.Table;

/// The runtime as a contender of `bench/`: reads one JSON object per line, and answers each with one.
///
/// | `do`     | members                              | answer                                            |
/// |----------|--------------------------------------|---------------------------------------------------|
/// | `load`   | `table`, `file`, `columns`           | `millis` of reading these, `bytes` they take      |
/// | `open`   | `spec`, `timezone`                   | nothing; the chart's runtime knows no query yet   |
/// | `draw`   |                                      | `millis` from request to response                 |
/// | `update` | `values` by name                     | `millis` from request to response                 |
/// | `settle` |                                      | `millis` until nothing is built any more          |
/// | `values` |                                      | all that the kernel evaluates, by name            |
public final class Contender implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;

    private final BufferAllocator allocator = new RootAllocator();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private @Nullable SheliakRuntime runtime;
    private @Nullable MeasuredChart chart;

    private Contender() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Contender contender = new Contender()) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(JSON.writeValueAsString(contender.answer((JsonObject) JsonReader.read(line))));
            }
        }
    }

    private Map<String, ?> answer(JsonObject command) {
        return switch (text(command, "do")) {
            case "load" -> load(text(command, "table"), Path.of(text(command, "file")), texts(command, "columns"));
            case "open" -> open(object(command, "spec"), text(command, "timezone"));
            case "draw" -> Map.of("millis", chart().draw() / NANOS_PER_MILLI);
            case "update" ->
                Map.of("millis", chart().update(object(command, "values").members()) / NANOS_PER_MILLI);
            case "settle" -> settle();
            case "values" -> chart().values();
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private Map<String, ?> load(String name, Path file, List<String> columns) {
        long start = System.nanoTime();
        Table table = new FileTable(file).read(columns, allocator);
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Table older = tables.put(name, table);
        if (older != null) {
            older.close();
        }
        return Map.of("millis", millis, "bytes", table.sizeBytes(), "rows", table.rowCount());
    }

    private Map<String, ?> open(JsonObject spec, String timezone) {
        closeChart();
        SheliakRuntime started = SheliakRuntime.start(RuntimeSettings.defaults());
        tables.forEach((name, table) -> started.put(name, new MemoryTable(table.share())));
        runtime = started;
        chart = new MeasuredChart(started, spec, PlannerOptions.in(timezone).withTables(tables.keySet()));
        return Map.of();
    }

    private static Map<String, ?> settle() {
        long start = System.nanoTime();
        while (Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getName().startsWith("sheliak-index")
                        && thread.getKey().getState() == Thread.State.RUNNABLE)) {
            Thread.onSpinWait();
        }
        return Map.of("millis", (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    private MeasuredChart chart() {
        if (chart == null) {
            throw new IllegalStateException("no chart is open");
        }
        return chart;
    }

    private static String text(JsonObject command, String name) {
        if (command.get(name) instanceof JsonString(String text)) {
            return text;
        }
        throw new IllegalArgumentException("expected a text as \"" + name + "\" in " + command);
    }

    private static List<String> texts(JsonObject command, String name) {
        if (command.get(name) instanceof JsonArray(List<JsonValue> elements)) {
            return elements.stream().map(each -> ((JsonString) each).value()).toList();
        }
        throw new IllegalArgumentException("expected texts as \"" + name + "\" in " + command);
    }

    private static JsonObject object(JsonObject command, String name) {
        if (command.get(name) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("expected an object as \"" + name + "\" in " + command);
    }

    private void closeChart() {
        if (chart != null) {
            chart.close();
        }
        if (runtime != null) {
            runtime.close();
        }
    }

    @Override
    public void close() {
        closeChart();
        tables.values().forEach(Table::close);
        allocator.close();
    }
}
