package org.sheliak.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnMemory;
import org.sheliak.runtime.table.FixedWidthBuilder;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Slices;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// How long single steps over whole columns take that no kernel's pass takes in.
///
/// `make bench-jmh JMH_OPTIONS="StepBenchmark -p rows=10000000"`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
    private static final long SEED = 1;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long START = 1_735_689_600_000L;
    private static final long YEAR = 365L * 24 * 3_600_000;
    private static final int ROWS_PER_DIFFERENT = 10;
    private static final int STRINGS_PER_RUN = 10_000;
    private static final String HOURS =
            "{\"type\": \"timeunit\", \"field\": \"time\", \"units\": [\"year\", \"month\", \"date\", \"hours\"]}";
    private static final String SELECTED = "{\"type\": \"filter\", \"expr\": \"datum.share > 0.5\"}";
    private static final String SORTED = "{\"type\": \"collect\", \"sort\": {\"field\": \"share\"}}";

    @Param("1000000")
    private int rows;

    private final BufferAllocator allocator = ColumnMemory.allocator(Long.MAX_VALUE);
    private final EvaluationContext context =
            new EvaluationContext(allocator, ZONE, Map.of(), Map.of(), new Cancellation());
    private long[] times = {};
    private double[] shares = {};
    private double[] keys = {};
    private List<String> texts = List.of();
    private List<Utf8Run> runs = List.of();
    private Table table = new Table(new LinkedHashMap<>(), 0);

    @Setup(Level.Trial)
    public void load() {
        Random random = new Random(SEED);
        int different = Math.max(1, rows / ROWS_PER_DIFFERENT);
        times = random.longs(rows, START, START + YEAR).toArray();
        shares = random.doubles(rows).toArray();
        keys = random.ints(rows, 0, different).asDoubleStream().toArray();
        texts = random.ints(rows, 0, different)
                .mapToObj(number -> "driver " + number)
                .toList();
        runs = runs();
        FixedWidthBuilder dates = FixedWidthBuilder.dates(rows, allocator);
        MemorySegment.copy(times, 0, dates.next(rows), ValueLayout.JAVA_LONG_UNALIGNED, 0, rows);
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("time", dates.build());
        columns.put("share", NumberColumn.of(shares, rows, allocator));
        columns.put("key", NumberColumn.of(keys, rows, allocator));
        table = new Table(columns, rows);
        checkHours();
        checkSelected();
        checkSorted();
        checkGroups();
        checkCodes();
    }

    private List<Utf8Run> runs() {
        List<Utf8Run> made = new ArrayList<>();
        for (int from = 0; from < rows; from += STRINGS_PER_RUN) {
            List<String> some = texts.subList(from, Math.min(rows, from + STRINGS_PER_RUN));
            made.add(new Utf8Run(some.size(), new BitSet(), Utf8Slices.of(some), null));
        }
        return made;
    }

    @TearDown(Level.Trial)
    public void close() {
        table.close();
        allocator.close();
    }

    /// The local hour that each date lies in.
    @Benchmark
    public int hours() {
        return rowsAfter(HOURS);
    }

    /// The half of the rows that pass a filter, side by side.
    @Benchmark
    public int selected() {
        return rowsAfter(SELECTED);
    }

    /// The rows in the order of numbers.
    @Benchmark
    public int sorted() {
        return rowsAfter(SORTED);
    }

    /// Groups by numbers of which a tenth are different.
    @Benchmark
    public Grouping groups() {
        return Grouping.byName(List.of(column(table, "key")), rows, TimeZoneRules.of(ZONE));
    }

    /// Codes of strings of which a tenth are different, as a file has them: on all cores.
    @Benchmark
    public int codes() {
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(rows, false, allocator);
                StringColumn column = builder.build(runs)) {
            return column.dictionary().size();
        }
    }

    private int rowsAfter(String step) {
        try (TransformResult result = apply(step)) {
            return result.table().rowCount();
        }
    }

    private TransformResult apply(String step) {
        return Transforms.apply(new Task.Transform((JsonObject) JsonReader.read(step), ""), table, context);
    }

    private static Column column(Table rows, String name) {
        return Objects.requireNonNull(rows.column(name));
    }

    private void checkHours() {
        try (TransformResult result = apply(HOURS)) {
            Column found = column(result.table(), "unit0");
            for (int row = 0; row < rows; row++) {
                LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(times[row]), ZONE);
                long hour = local.truncatedTo(ChronoUnit.HOURS)
                        .atZone(ZONE)
                        .toInstant()
                        .toEpochMilli();
                require(new DateValue(hour).equals(found.value(row)), "hours");
            }
        }
    }

    private void checkSelected() {
        try (TransformResult result = apply(SELECTED)) {
            int[] expected =
                    IntStream.range(0, rows).filter(row -> shares[row] > 0.5).toArray();
            checkRows(result.table(), expected, "selected rows");
        }
    }

    private void checkSorted() {
        try (TransformResult result = apply(SORTED)) {
            int[] expected = IntStream.range(0, rows)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> shares[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            checkRows(result.table(), expected, "sorted rows");
        }
    }

    private void checkRows(Table found, int[] expected, String what) {
        require(found.rowCount() == expected.length, what);
        for (int row = 0; row < expected.length; row++) {
            require(Objects.equals(column(found, "share").value(row), shares[expected[row]]), what);
        }
    }

    private void checkGroups() {
        Map<Double, Integer> numbers = new HashMap<>();
        Grouping found = groups();
        for (int row = 0; row < rows; row++) {
            int expected = numbers.computeIfAbsent(keys[row], _ -> numbers.size());
            require(found.groups()[row] == expected, "groups");
        }
    }

    private void checkCodes() {
        Map<String, Integer> numbers = new HashMap<>();
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(rows, false, allocator);
                StringColumn column = builder.build(runs)) {
            for (int row = 0; row < rows; row++) {
                int expected = numbers.computeIfAbsent(texts.get(row), _ -> numbers.size());
                require(column.code(row) == expected, "codes");
            }
        }
    }

    private static void require(boolean isAsExpected, String what) {
        if (!isAsExpected) {
            throw new IllegalStateException("the " + what + " are not those of a plain loop");
        }
    }
}
