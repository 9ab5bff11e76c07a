package org.sheliak.runtime.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.evaluation.RandomSource;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

/// Every transform against Vega's own results: values, types, order of rows and of fields, signals, failures.
class TransformGoldenTest {
    /// The zone in which `npm run generate` runs.
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// What Arrow allocates at least.
    private static final int SMALLEST_BUFFER = 64;

    static List<GoldenCase> cases() {
        List<GoldenCase> cases = new ArrayList<>();
        for (String file : List.of(
                "aggregate",
                "bin",
                "collect-project",
                "dotbin",
                "drawing",
                "extent",
                "filter-formula",
                "hierarchy",
                "crossfilter",
                "geo",
                "grids",
                "impute",
                "joinaggregate",
                "parameters",
                "pie",
                "random",
                "reshape",
                "countpattern",
                "stack",
                "statistics",
                "timeunit",
                "window")) {
            cases.addAll(GoldenCase.read(file));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void apply_goldenCase_givesVegasResult(GoldenCase golden) {
        try (BufferAllocator allocator = new RootAllocator()) {
            Map<String, Table> tables = new HashMap<>();
            golden.tables().forEach((name, rows) -> tables.put(name, table(rows, allocator)));
            try {
                EvaluationContext context = new EvaluationContext(
                                allocator, ZONE, golden.signals(), tables, new Cancellation())
                        .withRandom(new RandomSource.Seeded(1));
                if (golden.rows() == null) {
                    assertThatThrownBy(() -> run(golden, context)).isInstanceOf(SheliakException.class);
                } else {
                    compare(golden, run(golden, context));
                }
            } finally {
                tables.values().forEach(Table::close);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void apply_noRoom_leavesNothingAllocated(GoldenCase golden) {
        try (BufferAllocator allocator = new RootAllocator()) {
            Map<String, Table> tables = new HashMap<>();
            golden.tables().forEach((name, rows) -> tables.put(name, table(rows, allocator)));
            try {
                boolean hasRoom = false;
                for (long room = 0; !hasRoom; room += Math.max(SMALLEST_BUFFER, room / 4)) {
                    try (BufferAllocator small = allocator.newChildAllocator("small", 0, room)) {
                        hasRoom = hasRoom(
                                golden,
                                new EvaluationContext(small, ZONE, golden.signals(), tables, new Cancellation()));
                        assertThat(small.getAllocatedMemory())
                                .as("with room for %d bytes", room)
                                .isZero();
                    }
                }
            } finally {
                tables.values().forEach(Table::close);
            }
        }
    }

    private static boolean hasRoom(GoldenCase golden, EvaluationContext context) {
        try {
            run(golden, context);
            return true;
        } catch (OutOfMemoryException noRoom) {
            return false;
        } catch (SheliakException failure) {
            return true;
        }
    }

    /// Rows of the result, its fields, and the signals that were set.
    private record Outcome(
            List<Map<String, @Nullable Object>> rows, List<String> fields, Map<String, @Nullable Object> signals) {}

    private static Outcome run(GoldenCase golden, EvaluationContext context) {
        Table table = table(golden.data() == null ? List.of() : golden.data(), context.allocator());
        Map<String, @Nullable Object> signals = new LinkedHashMap<>();
        try {
            int index = 0;
            for (JsonObject definition : golden.transforms()) {
                Task.Transform transform = new Task.Transform(definition, "/data/0/transform/" + index++);
                TransformResult result = Transforms.apply(transform, table, context.withSignals(signals));
                table.close();
                table = result.table();
                signals.putAll(result.signals(Transforms.signalName(definition)));
            }
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            RowView view = new RowView(table);
            for (int row = 0; row < table.rowCount(); row++) {
                rows.add(view.at(row).toObject());
            }
            return new Outcome(rows, List.copyOf(table.columns().keySet()), signals);
        } finally {
            table.close();
        }
    }

    private static Table table(List<?> rows, BufferAllocator allocator) {
        TableBuilder builder = new TableBuilder();
        rows.forEach(builder::append);
        return builder.build(allocator);
    }

    private static void compare(GoldenCase golden, Outcome outcome) {
        List<String> differences = new ArrayList<>();
        ValueComparison.compare("rows", golden.rows(), outcome.rows(), differences);
        ValueComparison.compare("signals", golden.expectedSignals(), outcome.signals(), differences);
        assertThat(differences).isEmpty();
        // Whole numbers come first among the names of an object, whenever they were set.
        List<String> expected = golden.fields().stream()
                .map(String.class::cast)
                .filter(name -> !PropertyNames.isIndex(name) && outcome.fields().contains(name))
                .toList();
        assertThat(outcome.fields().stream().filter(expected::contains)).containsExactlyElementsOf(expected);
    }
}
