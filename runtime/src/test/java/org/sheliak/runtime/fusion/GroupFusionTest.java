package org.sheliak.runtime.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Fused steps against the same steps one by one.
class GroupFusionTest {
    private static final String BIN_X =
            "{'type': 'bin', 'field': 'x', 'extent': [-20, 20], 'step': 5, 'as': ['x0', 'x1'], 'signal': 'xbins'}";
    private static final String BIN_D =
            "{'type': 'bin', 'field': 'd', 'extent': [0, 400000], 'maxbins': 10, 'as': ['d0', 'd1']}";
    private static final String BIN_Y_BY_SIGNAL =
            "{'type': 'bin', 'field': 'y', 'extent': {'signal': 'extent'}, 'maxbins': {'signal': '2 * 8'}}";
    private static final String BRUSH =
            "{'type': 'filter', 'expr': '!length(data(\\'brush\\')) || vlSelectionTest(\\'brush\\', datum)'}";
    private static final String MEAN_BY_S =
            "{'type': 'joinaggregate', 'groupby': ['s'], 'ops': ['mean'], 'fields': ['z'], 'as': ['m']}";
    private static final String COUNT_BY_S = "{'type': 'aggregate', 'groupby': ['s']}";
    private static final String RANGE = "{'type': 'filter', 'expr': 'datum.y >= -10 && datum.y < 12.5'}";

    private final BufferAllocator allocator = new RootAllocator();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ColumnKernels kernels = new ColumnKernels(List.of(), CpuKernels.widest());
    private final GroupFusion fusion =
            new GroupFusion(kernels, new BrushIndexes(kernels, Runnable::run, 1, 1 << 20), 1);

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'x1'], 'ops': ['count'], 'fields': [null],"
                        + " 'as': ['__count']}]",
                "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'x1']}]",
                "[" + BRUSH + ", " + RANGE + ", " + BIN_X + ", " + BIN_D
                        + ", {'type': 'aggregate', 'groupby': ['d0', 'x0', 'x1', 'd1'], 'as': ['n']}]",
                "[" + BRUSH + ", " + BIN_Y_BY_SIGNAL + ", {'type': 'aggregate', 'groupby': ['bin1', 'bin0']}]",
                "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x1']}]",
                "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 's']}]",
                "[" + RANGE + ", {'type': 'aggregate', 'groupby': ['s', 'small']}]",
                "[" + RANGE + ", {'type': 'aggregate', 'groupby': ['s', 'small'], 'facets': 1}]",
                "[" + BRUSH + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['s', 'x0', 'x1', 'mixed'],"
                        + " 'facets': 2, 'ops': ['count', 'mean'], 'fields': [null, 'z']}]",
                "[" + BRUSH + ", {'type': 'aggregate', 'groupby': ['mixed', 'b'], 'ops': ['count', 'count'],"
                        + " 'fields': [null, null], 'as': ['a', 'b2']}]",
                "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['small']}]",
                "[" + RANGE + ", {'type': 'aggregate'}]",
                "[{'type': 'filter', 'expr': 'false'}, {'type': 'aggregate', 'groupby': ['s']}]",
                "[{'type': 'filter', 'expr': 'datum.x > 1e9'}, {'type': 'aggregate', 'groupby': ['s']}]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'as': ['s']}]",
                "[" + RANGE + ", {'type': 'aggregate', 'groupby': ['s'], 'ops': ['mean', 'sum', 'count', 'valid',"
                        + " 'missing'], 'fields': ['z', 'z', null, 'z', 'z']}]",
                "[" + BRUSH + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'x1'], 'ops': ['variance',"
                        + " 'stdevp', 'average', 'stderr'], 'fields': ['z', 'z', 'z', 'w']}]",
                "[" + RANGE + ", {'type': 'aggregate', 'groupby': ['b'], 'ops': ['min', 'max', 'sum'],"
                        + " 'fields': ['x', 'x', 'x'], 'as': ['lo', null, 'total']}]",
                "[{'type': 'filter', 'expr': 'datum.x > 1e9'}, {'type': 'aggregate', 'groupby': ['s'],"
                        + " 'ops': ['mean'], 'fields': ['z']}]",
                "[" + BRUSH + ", {'type': 'formula', 'expr': 'floor(datum.z) % 3', 'as': 'third'}, " + BIN_X
                        + ", {'type': 'aggregate', 'groupby': ['third', 'x0'], 'ops': ['sum'], 'fields': ['w']}]",
                "[" + RANGE + ", {'type': 'timeunit', 'field': 'd', 'units': ['minutes', 'seconds']},"
                        + " {'type': 'formula', 'expr': '+datum.unit0 % 7000', 'as': 's'},"
                        + " {'type': 'aggregate', 'groupby': ['unit0', 's'], 'ops': ['count', 'stdev'],"
                        + " 'fields': [null, 'z']}]",
                "[{'type': 'formula', 'expr': 'seconds(datum.t)', 'as': 'second'}, {'type': 'formula', 'expr':"
                        + " 'minutes(datum.t)', 'as': 'minute'}, {'type': 'filter', 'expr': 'datum.minute < 4 &&"
                        + " datum.second > 9'}, {'type': 'aggregate', 'groupby': ['minute', 'second']}]",
                "[{'type': 'filter', 'expr': 'datum.x < datum.y'}, {'type': 'aggregate', 'groupby': ['s']}]",
                "[" + BIN_X + ", " + RANGE + ", {'type': 'aggregate', 'groupby': ['x0']}]",
                "[" + RANGE
                        + ", {'type': 'extent', 'field': 'z', 'signal': 'e'}, {'type': 'bin', 'field': 'z', 'extent':"
                        + " {'signal': 'e'}, 'maxbins': 7}, {'type': 'aggregate', 'groupby': ['bin0', 'bin1']}]",
                "[" + RANGE
                        + ", {'type': 'extent', 'field': 'z', 'signal': 'e'}, {'type': 'bin', 'field': 'z', 'extent':"
                        + " {'signal': 'e'}, 'as': ['e0', 'e1']}, {'type': 'formula', 'expr': 'datum.z', 'as': 'y'},"
                        + " {'type': 'extent', 'field': 'y', 'signal': 'f'}, {'type': 'extent', 'field': 'w', 'signal':"
                        + " 'g'}, {'type': 'filter', 'expr': 'datum.z > 1'}, {'type': 'extent', 'field': 'w', 'signal':"
                        + " 'h'}, {'type': 'bin', 'field': 'w', 'extent': {'signal': 'h'}, 'maxbins': {'signal':"
                        + " 'f[1] - g[0] < 60 ? 7 : 9'}}, {'type': 'aggregate', 'groupby': ['bin0', 'bin1', 'e0']}]",
                "[{'type': 'formula', 'expr': 'floor(datum.z) % 3', 'as': 'third'}, {'type': 'filter', 'expr':"
                        + " 'datum.third == 1'}, {'type': 'aggregate', 'groupby': ['s']}]",
                "[{'type': 'formula', 'expr': 'datum.z', 'as': 'zz'}, {'type': 'filter', 'expr': 'datum.zz < 3'},"
                        + " {'type': 'aggregate', 'groupby': ['s'], 'ops': ['sum'], 'fields': ['zz']}]",
                "[{'type': 'formula', 'expr': 'datum.x', 'as': 'y'}, " + RANGE
                        + ", {'type': 'aggregate', 'groupby': ['s']}]",
                "[{'type': 'filter', 'expr': 'datum.s == \\'a\\' || datum.b'}, " + BRUSH
                        + ", {'type': 'aggregate', 'groupby': ['small'], 'ops': ['mean'], 'fields': ['z']}]",
                "[" + BRUSH
                        + ", {'type': 'aggregate', 'groupby': ['s'], 'ops': ['distinct', 'count', 'distinct', 'max'],"
                        + " 'fields': ['mixed', null, 'small', 'w'], 'as': ['m', 'n']}]",
                "[" + RANGE + ", " + BIN_X
                        + ", {'type': 'aggregate', 'groupby': ['x0', 'x1', 'b'], 'ops': ['distinct'],"
                        + " 'fields': ['s']}]",
                "[" + RANGE + ", {'type': 'formula', 'expr': 'floor(datum.z) % 3', 'as': 'third'},"
                        + " {'type': 'aggregate', 'ops': ['distinct', 'distinct'], 'fields': ['third', 'd']}]",
                "[{'type': 'filter', 'expr': 'datum.x > 1e9'}, {'type': 'aggregate', 'groupby': ['small'],"
                        + " 'ops': ['distinct'], 'fields': ['s']}]",
                "[" + MEAN_BY_S + ", {'type': 'filter', 'expr': 'datum.z > datum.m'}, " + COUNT_BY_S + "]",
                "[" + BRUSH + ", " + MEAN_BY_S + ", {'type': 'filter', 'expr': '1.5 * datum.m - 1 <= datum.x'}, "
                        + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'b']}]",
                "[{'type': 'joinaggregate', 'ops': ['mean', 'max'], 'fields': ['z', 'w'], 'as': ['m', 'top']},"
                        + " {'type': 'filter', 'expr': 'datum.z < datum.m && datum.w == datum.w'}, "
                        + " {'type': 'filter', 'expr': 'datum.top > 1'}, " + COUNT_BY_S + "]",
                "[{'type': 'joinaggregate', 'groupby': ['s', 'b'], 'facets': 1}, {'type': 'filter', 'expr':"
                        + " 'datum.count > 3 && datum.s != null'}, {'type': 'aggregate', 'groupby': ['s'], 'ops':"
                        + " ['sum'], 'fields': ['z']}]",
                "[" + RANGE + ", {'type': 'joinaggregate', 'groupby': ['b'], 'ops': ['stdev', 'sum', 'min', 'valid',"
                        + " 'missing', 'count'], 'fields': ['z', 'z', 'z', 'z', 'z', null], 'as': ['dev', 'total',"
                        + " 'low', 'n', 'gaps', 'rows']}, {'type': 'filter', 'expr': 'datum.z >= datum.low + datum.dev"
                        + " && +datum.d > datum.total * datum.n'}, {'type': 'filter', 'expr': 'datum.gaps < datum.rows'},"
                        + " {'type': 'aggregate', 'groupby': ['s', 'small'], 'ops': ['mean'], 'fields': ['z']}]",
                "[" + MEAN_BY_S + ", {'type': 'joinaggregate', 'groupby': ['b'], 'ops': ['mean'], 'fields': ['y'],"
                        + " 'as': ['m2']}, {'type': 'filter', 'expr': 'datum.z > datum.m'}, {'type': 'filter', 'expr':"
                        + " 'datum.m2 > datum.y'}, " + COUNT_BY_S + "]",
                "[" + MEAN_BY_S + ", {'type': 'joinaggregate', 'ops': ['max'], 'fields': ['w'], 'as': ['m']},"
                        + " {'type': 'filter', 'expr': 'datum.z < datum.m * 2'}, " + COUNT_BY_S + "]",
            })
    void apply_randomTables_givesWhatTheStepsGive(String pipeline) {
        for (int seed = 0; seed < 3; seed++) {
            Table table = table(new Random(seed), seed < 2 ? 50 : 700);
            for (EvaluationContext context : List.of(context(), brushed("x", -5, 9.5), brushed("d", 1e5, 3e5))) {
                check(pipeline, table, context);
            }
        }
    }

    private void check(String pipeline, Table table, EvaluationContext context) {
        assertThat(GroupFusion.length(transforms(pipeline)))
                .isEqualTo(transforms(pipeline).size());
        try (DataResult actual = fuse(pipeline, table, context).orElseThrow();
                DataResult expected = stepByStep(pipeline, table, context)) {
            assertThat(actual.signals()).isEqualTo(expected.signals());
            assertThat(List.copyOf(actual.rows().columns().keySet()))
                    .isEqualTo(List.copyOf(expected.rows().columns().keySet()));
            assertThat(actual.rows().rowCount()).isEqualTo(expected.rows().rowCount());
            expected.rows().columns().forEach((name, column) -> {
                Column found = actual.rows().column(name);
                assertThat(values(found))
                        .as(name)
                        .usingElementComparator(GroupFusionTest::compare)
                        .isEqualTo(values(column));
                assertThat(found).as(name).hasSameClassAs(column);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + RANGE + "]",
                "[" + RANGE + ", " + BIN_X + "]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'ops': ['mean'], 'fields': ['x']}]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'ops': ['median'], 'fields': ['z']}]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'ops': ['min'], 'fields': ['d']}]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'ops': ['sum', 'mean'], 'fields': ['z', 'w'],"
                        + " 'as': ['a', 'a']}]",
                "[{'type': 'aggregate', 'groupby': ['s'], 'ops': ['distinct'], 'fields': ['nothing']}]",
                "[{'type': 'aggregate', 'ops': ['distinct', 'mean'], 'fields': ['s', 'z'], 'as': ['a', 'a']}]",
                "[" + BIN_X + ", {'type': 'aggregate', 'groupby': ['s'], 'ops': ['distinct'], 'fields': ['x0']}]",
                "[{'type': 'joinaggregate', 'ops': ['distinct'], 'fields': ['s'], 'as': ['n']}, " + COUNT_BY_S + "]",
                "[{'type': 'formula', 'expr': 'datum.z * extent[0]', 'as': 't'},"
                        + " {'type': 'aggregate', 'groupby': ['t']}]",
                "[{'type': 'formula', 'expr': 'datum.z * 2', 'as': 'z'},"
                        + " {'type': 'aggregate', 'groupby': ['s'], 'ops': ['sum'], 'fields': ['z']}]",
                "[{'type': 'aggregate', 'groupby': ['s', 'b'], 'cross': true}]",
                "[{'type': 'aggregate', 'groupby': ['a.b']}]",
                "[{'type': 'aggregate', 'groupby': [{'field': 's', 'as': 't'}]}]",
                "[{'type': 'aggregate', 'groupby': ['nothing']}]",
                "[{'type': 'extent', 'field': 'x', 'signal': 'e'}, {'type': 'aggregate', 'groupby': ['s']}]",
                "[{'type': 'bin', 'field': 's', 'extent': [0, 1]}, {'type': 'aggregate', 'groupby': ['bin0']}]",
                "[" + BIN_X + ", {'type': 'bin', 'field': 'x0', 'extent': [0, 1]}, "
                        + "{'type': 'aggregate', 'groupby': ['bin0']}]",
                "[{'type': 'bin', 'field': 'x', 'extent': [0, 1], 'step': 1e-7},"
                        + " {'type': 'aggregate', 'groupby': ['bin0']}]",
                "[" + MEAN_BY_S + ", {'type': 'aggregate', 'groupby': ['m']}]",
                "[" + MEAN_BY_S + ", {'type': 'aggregate', 'groupby': ['s'], 'ops': ['max'], 'fields': ['m']}]",
                "[" + MEAN_BY_S + ", {'type': 'formula', 'expr': 'datum.m * 2', 'as': 'k'}, " + COUNT_BY_S + "]",
                "[" + MEAN_BY_S + ", {'type': 'filter', 'expr': 'datum.z > datum.m * datum.x'}, " + COUNT_BY_S + "]",
                "[" + MEAN_BY_S + ", {'type': 'filter', 'expr': 'datum.z == datum.m'}, " + COUNT_BY_S + "]",
                "[" + MEAN_BY_S + ", {'type': 'formula', 'expr': 'datum.b', 'as': 's'}, {'type': 'filter', 'expr':"
                        + " 'datum.z > datum.m * length(datum.s)'}, " + COUNT_BY_S + "]",
                "[{'type': 'joinaggregate', 'groupby': ['mixed']}, " + COUNT_BY_S + "]",
                "[{'type': 'joinaggregate', 'groupby': ['small']}, " + COUNT_BY_S + "]",
                "[{'type': 'joinaggregate', 'groupby': ['s'], 'as': ['s']}, " + COUNT_BY_S + "]",
                "[{'type': 'joinaggregate', 'groupby': ['s'], 'ops': ['median'], 'fields': ['z']}, " + COUNT_BY_S + "]",
            })
    void apply_otherSteps_areLeftAlone(String pipeline) {
        Table table = table(new Random(1), 50);
        for (int i = 0; i < 2; i++) {
            assertThat(fuse(pipeline, table, context())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'x1', 's'], 'ops': ['count',"
                        + " 'distinct', 'mean', 'stdev'], 'fields': [null, 'b', 'z', 'w']}]",
                "[" + MEAN_BY_S + ", {'type': 'filter', 'expr': 'datum.z > datum.m'}, {'type': 'formula', 'expr':"
                        + " 'floor(datum.z) % 3', 'as': 'third'}, {'type': 'aggregate', 'groupby': ['mixed', 'third']}]",
            })
    void apply_noRoom_leavesNothingAllocated(String pipeline) {
        Table table = table(new Random(1), 700);
        boolean isDone = false;
        for (long room = 0; !isDone; room += 64) {
            try (BufferAllocator small = allocator.newChildAllocator("small", 0, room)) {
                isDone = isFused(pipeline, table, context(new TableBuilder(), small));
                assertThat(small.getAllocatedMemory())
                        .as("with room for %d bytes", room)
                        .isZero();
            }
        }
    }

    private boolean isFused(String pipeline, Table table, EvaluationContext context) {
        try (DataResult result = fuse(pipeline, table, context).orElseThrow()) {
            return result.rows().rowCount() > 0;
        } catch (OutOfMemoryException noRoom) {
            return false;
        }
    }

    @Test
    void length_startOfAPipeline_endsWithTheAggregate() {
        String pipeline = "[" + RANGE + ", " + BIN_X + ", {'type': 'aggregate', 'groupby': ['x0', 'x1']}, "
                + "{'type': 'filter', 'expr': 'isValid(datum.x0)'}]";
        assertThat(GroupFusion.length(transforms(pipeline))).isEqualTo(3);
    }

    /// A sum of many numbers may differ in its last bits from the sum of the rows one by one.
    private static int compare(@Nullable Object actual, @Nullable Object expected) {
        boolean isClose = actual instanceof Double a
                && expected instanceof Double b
                && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
        return isClose || Objects.equals(actual, expected) ? 0 : 1;
    }

    private Optional<DataResult> fuse(String pipeline, Table table, EvaluationContext context) {
        Optional<DataResult> result = fusion.apply(transforms(pipeline), table, context);
        fusion.prepareNext();
        return result;
    }

    private static DataResult stepByStep(String pipeline, Table table, EvaluationContext context) {
        Map<String, @Nullable Object> signals = new HashMap<>();
        Table rows = table.share();
        for (Task.Transform step : transforms(pipeline)) {
            try (Table before = rows;
                    TransformResult result = Transforms.apply(step, before, context.withSignals(signals))) {
                signals.putAll(result.signals(Transforms.signalName(step.definition())));
                rows = result.table().share();
            }
        }
        return new DataResult(rows, signals);
    }

    private static List<Task.Transform> transforms(String pipeline) {
        JsonArray array =
                (JsonArray) JsonReader.read(pipeline.replace("\\'", "\\\"").replace('\'', '"'));
        return array.elements().stream()
                .map(definition -> new Task.Transform((JsonObject) definition, ""))
                .toList();
    }

    private static List<@Nullable Object> values(Column column) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < column.length(); row++) {
            values.add(column.value(row));
        }
        return values;
    }

    private EvaluationContext context() {
        return context(new TableBuilder());
    }

    private EvaluationContext brushed(String field, double from, double to) {
        TableBuilder store = new TableBuilder();
        store.append(Map.of(
                "unit", "a",
                "fields", List.of(Map.of("type", "R", "field", field)),
                "values", List.of(List.of(from, to))));
        return context(store);
    }

    private EvaluationContext context(TableBuilder brush) {
        return context(brush, allocator);
    }

    private EvaluationContext context(TableBuilder brush, BufferAllocator ofResults) {
        Table store = brush.build(allocator);
        opened.addFirst(store);
        return new EvaluationContext(
                ofResults,
                ZoneId.of("America/New_York"),
                Map.of("extent", List.of(-3.0, 14.0)),
                Map.of("brush", store),
                new Cancellation());
    }

    private Table table(Random random, int rows) {
        TableBuilder builder = new TableBuilder();
        for (int row = 0; row < rows; row++) {
            builder.set("x", number(random, 12));
            builder.set("y", number(random, 9));
            builder.set("d", random.nextInt(9) == 0 ? null : new DateValue(random.nextInt(400_000)));
            builder.set("t", new DateValue(random.nextInt(400_000) - 200_000));
            builder.set("s", random.nextInt(9) == 0 ? null : "text " + random.nextInt(5));
            builder.set("b", random.nextBoolean());
            builder.set("z", random.nextInt(9) == 0 ? null : (Object) (random.nextGaussian() * 5 + 0.1));
            builder.set("w", random.nextInt(5) == 0 ? (Object) Double.NaN : (Object) (double) random.nextInt(9));
            builder.set("small", random.nextInt(9) == 0 ? (Object) (-0.0) : (Object) (double) random.nextInt(4));
            builder.set("mixed", mixed(random));
            builder.endRow();
        }
        Table table = builder.build(allocator);
        opened.addFirst(table);
        return table;
    }

    private static @Nullable Object number(Random random, double spread) {
        return switch (random.nextInt(20)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> Double.NEGATIVE_INFINITY;
            case 4, 5, 6 -> (double) random.nextInt(-20, 21);
            default -> random.nextGaussian() * spread;
        };
    }

    private static @Nullable Object mixed(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 1.0;
            case 1 -> "1";
            case 2 -> null;
            case 3 -> Undefined.UNDEFINED;
            default -> "other";
        };
    }
}
