package org.sheliak.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Planner;
import org.sheliak.planner.planning.PlannerOptions;
import org.sheliak.planner.planning.ServerCapabilities;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.source.FileTable;
import org.sheliak.runtime.source.MemoryTable;
import org.sheliak.runtime.table.ColumnMemory;
import org.sheliak.runtime.table.Table;

/// The runtime as a contender of `bench/`: reads one JSON object per line, and answers each with one.
///
/// | `do`     | members                              | answer                                            |
/// |----------|--------------------------------------|---------------------------------------------------|
/// | `load`   | `table`, `file`, `columns`           | `millis` of reading these, `bytes` they take      |
/// | `drop`   | `table`                              | nothing; the table is closed                      |
/// | `open`   | `spec`, `timezone`                   | nothing; the chart's runtime knows no query yet   |
/// | `draw`   |                                      | `millis` from request to response                 |
/// | `update` | `values` by name                     | `millis` from request to response                 |
/// | `request`| `values`, or none for a drawing      | the bytes of the `request`, not sent              |
/// | `keep`   | `response`                           | nothing; `values` are then those of the response  |
/// | `settle` |                                      | `millis` until nothing is built any more          |
/// | `collect`|                                      | nothing; garbage has been collected               |
/// | `values` |                                      | all that the kernel evaluates, by name            |
public final class Contender implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long POLL_MILLIS = 2;

    private final BufferAllocator allocator = ColumnMemory.allocator(Long.MAX_VALUE);
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<List<?>, SpecPlan> plans = new HashMap<>();
    private @Nullable SheliakRuntime runtime;
    private @Nullable MeasuredChart chart;

    private Contender() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Contender contender = new Contender()) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(JSON.writeValueAsString(contender.answer((JsonObject) JsonReader.read(line))));
            }
        }
    }

    private Map<String, ?> answer(JsonObject command) throws InterruptedException {
        return switch (text(command, "do")) {
            case "load" -> load(text(command, "table"), Path.of(text(command, "file")), texts(command, "columns"));
            case "drop" -> drop(text(command, "table"));
            case "open" -> open(object(command, "spec"), text(command, "timezone"));
            case "draw" -> measured(chart().drawRequest());
            case "update" ->
                measured(chart().updateRequest(object(command, "values").members()));
            case "request" -> Map.of("request", BASE64.encodeToString(request(command)));
            case "keep" -> keep(Base64.getDecoder().decode(text(command, "response")));
            case "settle" -> settle();
            case "collect" -> collect();
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

    private Map<String, ?> drop(String name) {
        closeChart();
        Table table = tables.remove(name);
        if (table != null) {
            table.close();
        }
        return Map.of();
    }

    private Map<String, ?> open(JsonObject spec, String timezone) {
        closeChart();
        SheliakRuntime started = SheliakRuntime.start(RuntimeSettings.defaults());
        tables.forEach((name, table) -> started.put(name, new MemoryTable(table.share())));
        runtime = started;
        chart = new MeasuredChart(started, plan(spec, timezone));
        return Map.of();
    }

    /// The plan of a spec. It is made once, as planning is the browser's part and must not keep this JVM busy.
    private SpecPlan plan(JsonObject spec, String timezone) {
        PlannerOptions options = PlannerOptions.in(timezone).withTables(tables.keySet());
        return plans.computeIfAbsent(
                List.of(spec, timezone, Set.copyOf(tables.keySet())),
                unknown -> Planner.plan(spec, options, ServerCapabilities.CURRENT));
    }

    private Map<String, ?> measured(byte[] request) {
        return Map.of("millis", chart().ask(request) / NANOS_PER_MILLI);
    }

    private byte[] request(JsonObject command) {
        return command.get("values") == null
                ? chart().drawRequest()
                : chart().updateRequest(object(command, "values").members());
    }

    private Map<String, ?> keep(byte[] response) {
        chart().keep(response);
        return Map.of();
    }

    /// Asks now and then: each question stops all threads for a moment.
    private static Map<String, ?> settle() throws InterruptedException {
        long start = System.nanoTime();
        while (isBuilding()) {
            Thread.sleep(POLL_MILLIS);
        }
        return Map.of("millis", (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    /// Whether the thread that builds indexes is in code of ours, be it waiting for other threads there.
    private static boolean isBuilding() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("sheliak-index"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().startsWith("org.sheliak"));
    }

    private static Map<String, ?> collect() {
        System.gc();
        return Map.of();
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
            chart = null;
        }
        if (runtime != null) {
            runtime.close();
            runtime = null;
        }
    }

    @Override
    public void close() {
        closeChart();
        tables.values().forEach(Table::close);
        allocator.close();
    }
}
