package org.sheliak.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.Kind;
import org.sheliak.planner.taskgraph.Task.Output;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.planner.taskgraph.TaskValues;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.cache.TaskValueCache;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.fusion.GroupFusion;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.Accelerator;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.source.DataLocations;
import org.sheliak.runtime.source.MemoryTable;
import org.sheliak.runtime.source.NamedTables;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.Table;

/// A brushed histogram, as Vega-Lite writes it and the planner splits it, against a plain loop.
class BrushStepTest {
    private static final int ROWS = 30_000;
    private static final String BINNED =
            "[{\"type\":\"bin\",\"field\":\"x\",\"as\":[\"x0\",\"x1\"],\"extent\":[0,100],\"step\":10}]";
    private static final String BRUSHED = "[{\"type\":\"filter\","
            + "\"expr\":\"!length(data(\\\"brush\\\")) || vlSelectionTest(\\\"brush\\\", datum)\"},"
            + "{\"type\":\"aggregate\",\"groupby\":[\"x0\",\"x1\"],\"ops\":[\"count\"],\"fields\":[null],\"as\":[\"n\"]},"
            + "{\"type\":\"filter\",\"expr\":\"isValid(datum[\\\"x0\\\"]) && isFinite(+datum[\\\"x0\\\"])\"}]";

    private final BufferAllocator allocator = new RootAllocator();
    private final TaskValueCache cache = new TaskValueCache(1 << 24);
    private final double[] x = numbers(1);
    private final double[] y = numbers(2);
    private final MemoryTable table = new MemoryTable(table());
    private final CountedQueries queries = new CountedQueries();

    @AfterEach
    void close() {
        cache.close();
        table.close();
        allocator.close();
    }

    /// Leaves every query to the CPU.
    private static final class CountedQueries implements Accelerator {
        private int count;

        @Override
        public Optional<CellCounts> count(CountQuery query) {
            count++;
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void value_ofBrushedHistogram_equalsAPlainLoop() {
        GraphState graph = GraphState.of(graph());
        ColumnKernels kernels = new ColumnKernels(List.of(queries), CpuKernels.widest());
        GroupFusion fusion = new GroupFusion(kernels, new BrushIndexes(kernels, Runnable::run, Integer.MAX_VALUE, 0));
        assertThat(histogram(graph, fusion)).isEqualTo(plainLoop(-10, 110));
        for (int from = 0; from < 90; from += 30) {
            GraphState brushed = graph.updated(Map.of(
                    1,
                    TaskValues.of(JsonReader.read(
                            "[{\"unit\":\"a\",\"fields\":[{\"type\":\"R\",\"field\":\"y\"}],\"values\":[[" + from
                                    + ",90]]}]"))));
            assertThat(histogram(brushed, fusion)).isEqualTo(plainLoop(from, 90));
        }
        // The aggregate of the first drawing too: its filter let all rows through.
        assertThat(queries.count).isEqualTo(4);
    }

    /// Groups in the order of their first rows: start of the bin and number of rows.
    private Map<Double, Double> histogram(GraphState graph, GroupFusion fusion) {
        TaskGraphExecutor executor = new TaskGraphExecutor(
                allocator,
                cache,
                new RecentStates(cache),
                new DataLocations(List.of()),
                fusion,
                new NamedTables(Map.of("rows", table), Map.of()));
        Map<Double, Double> histogram = new LinkedHashMap<>();
        try (TaskGraphRun run = executor.start(graph, new Cancellation())) {
            Table rows = run.table(2);
            for (int row = 0; row < rows.rowCount(); row++) {
                histogram.put((Double) rows.column("x0").value(row), (Double)
                        rows.column("n").value(row));
            }
        }
        return histogram;
    }

    private Map<Double, Double> plainLoop(double from, double to) {
        Map<Double, Double> histogram = new LinkedHashMap<>();
        for (int row = 0; row < ROWS; row++) {
            if (y[row] >= from && y[row] <= to && x[row] >= 0 && x[row] <= 100) {
                histogram.merge(Math.min(90, Math.floor(x[row] / 10) * 10), 1.0, Double::sum);
            }
        }
        return histogram;
    }

    private static TaskGraph graph() {
        List<Task> tasks = new ArrayList<>();
        tasks.add(task("binned", List.of(), new DataTask(new TableSource("rows"), null, transforms(BINNED), null)));
        tasks.add(task("brush", List.of(), new ValueTask(TaskValues.of(JsonReader.read("[]")))));
        tasks.add(task(
                "brushed",
                List.of(new Input(Namespace.DATA, "brush", new Output(1, ""))),
                new DataTask(new DataSource(0), null, transforms(BRUSHED), null)));
        return new TaskGraph(tasks, "UTC");
    }

    private static Task task(String name, List<Input> inputs, Kind kind) {
        return new Task(new Variable(Namespace.DATA, name, List.of()), inputs, kind, "/data/" + name);
    }

    private static List<Transform> transforms(String pipeline) {
        return ((JsonArray) JsonReader.read(pipeline))
                .elements().stream()
                        .map(definition -> new Transform((JsonObject) definition, ""))
                        .toList();
    }

    private static double[] numbers(int seed) {
        return new Random(seed).doubles(ROWS, -10, 110).toArray();
    }

    private Table table() {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", NumberColumn.of(x, ROWS, allocator));
        columns.put("y", NumberColumn.of(y, ROWS, allocator));
        return new Table(columns, ROWS);
    }
}
