package org.sheliak.runtime.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;

/// Codes by parts of times against `java.time`, and by texts and numbers against these themselves.
class BucketCoderTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int ROWS = 20_000;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hours, day, 2500, true",
        "hours, month, 22000, false",
        "date, year, 22000, true",
        "minutes, hours, 300, true",
        "minutes, seconds, 5, true",
        "utcday, utchours, 22000, true",
        "utcminutes, utcseconds, 5, false",
    })
    void code_partsOfOneTime_areThoseOfJavaTime(String first, String second, int days, boolean isCentered) {
        double[] times = times(days, isCentered);
        try (Table table = table(times)) {
            RowCodes coded = code(table, List.of(formula(first, "a"), formula(second, "b")), "a", "b")
                    .orElseThrow();
            check(coded, row -> key(first, second, times[row]));
        }
    }

    @Test
    void code_timeUnits_areThoseOfJavaTime() {
        double[] times = times(2500, false);
        try (Table table = table(times)) {
            RowCodes hours = code(table, List.of(timeUnit("year", "month", "date", "hours")), "from")
                    .orElseThrow();
            check(
                    hours,
                    row -> local(times[row])
                            .truncatedTo(ChronoUnit.HOURS)
                            .toLocalDateTime()
                            .toString());
            RowCodes months = code(table, List.of(timeUnit("year", "month")), "from", "to")
                    .orElseThrow();
            check(months, row -> YearMonth.from(local(times[row])).toString());
        }
    }

    @Test
    void code_stringsAndWhatIsMadeOfThem_areCodedByTheirOrder() {
        TableBuilder rows = new TableBuilder();
        List<String> texts = new ArrayList<>();
        Random random = new Random(1);
        for (int row = 0; row < ROWS; row++) {
            texts.add("abcdefghij".substring(random.nextInt(10)));
            rows.append(Map.of("time", texts.getLast()));
        }
        try (Table table = rows.build(allocator)) {
            check(code(table, List.of(), "time").orElseThrow(), texts::get);
            check(
                    code(table, List.of(formula("length", "a")), "a").orElseThrow(),
                    row -> texts.get(row).length());
        }
    }

    @Test
    void code_stringsWithNull_haveACodeForIt() {
        TableBuilder rows = new TableBuilder();
        for (String text : Arrays.asList("b", null, "a", null, "b")) {
            rows.append(Collections.singletonMap("time", text));
        }
        try (Table table = rows.build(allocator)) {
            RowCodes coded = code(table, List.of(), "time").orElseThrow();
            assertThat(coded.firstRows()).containsExactly(2, 0, 1);
            assertThat(IntStream.range(0, 5).map(coded.codes()::slot)).containsExactly(1, 2, 0, 2, 1);
        }
    }

    @Test
    void code_wholeNumbers_areCodedByTheirOrder() {
        double[] numbers = new Random(2).ints(ROWS, -300, 900).asDoubleStream().toArray();
        try (Table table = numbers(numbers)) {
            check(code(table, List.of(), "time").orElseThrow(), row -> numbers[row]);
        }
    }

    @Test
    void code_numbersFarApart_haveCodesForWhatOccursOnly() {
        double[] numbers = new Random(3)
                .ints(ROWS, 0, 20)
                .mapToDouble(number -> number * 1000 - 500)
                .toArray();
        try (Table table = numbers(numbers)) {
            RowCodes coded = code(table, List.of(), "time").orElseThrow();
            assertThat(coded.codes().slots()).isEqualTo(20);
            check(coded, row -> numbers[row]);
        }
    }

    @Test
    void code_stringsOfRowsThatAreLeft_haveCodesForTheseOnly() {
        TableBuilder rows = new TableBuilder();
        for (String text : List.of("d", "c", "b", "a")) {
            rows.append(Map.of("time", text));
        }
        try (Table all = rows.build(allocator);
                Table table = all.gather(new int[] {2, 0, 2}, allocator)) {
            RowCodes coded = code(table, List.of(), "time").orElseThrow();
            assertThat(coded.firstRows()).containsExactly(0, 1);
            assertThat(IntStream.range(0, 3).map(coded.codes()::slot)).containsExactly(0, 1, 0);
        }
    }

    /// When the clock is set back, times before the last one may have a later hour.
    @Test
    void code_hoursUntilTheClockIsSetBack_areThoseOfJavaTime() {
        double end = Instant.parse("2025-11-02T06:00:00Z").toEpochMilli();
        double[] times = IntStream.range(0, ROWS)
                .mapToDouble(row -> end - row % 300 * 60_000.0)
                .toArray();
        try (Table table = table(times)) {
            RowCodes coded = code(table, List.of(formula("hours", "a"), formula("minutes", "b")), "a", "b")
                    .orElseThrow();
            check(coded, row -> key("hours", "minutes", times[row]));
        }
    }

    @Test
    void code_whatItIsNotFor_isLeftToOthers() {
        try (Table table = table(times(1000, true))) {
            assertThat(code(table, List.of(formula("milliseconds", "a")), "a")).isEmpty();
            assertThat(code(table, List.of(formula("hours", "a")), "a", "time")).isEmpty();
            assertThat(code(table, List.of(formula("hours", "time"), formula("day", "b")), "b", "time"))
                    .isEmpty();
        }
        for (double time : new double[] {Double.NaN, 8e15}) {
            try (Table table = table(time)) {
                assertThat(code(table, List.of(formula("hours", "a")), "a")).isEmpty();
            }
        }
        // After 2038 there are more seconds than an int can count.
        try (Table table = table(2_600_000_000_000.0, 2_600_000_001_000.0)) {
            assertThat(code(table, List.of(formula("seconds", "a")), "a")).isEmpty();
        }
        for (double number : new double[] {0.5, -0.0, 1e7, Double.NaN}) {
            try (Table table = numbers(3, number)) {
                assertThat(code(table, List.of(), "time")).isEmpty();
            }
        }
    }

    /// Rows of one code have one key, and the keys rise with the codes.
    private static <K extends Comparable<K>> void check(RowCodes coded, IntFunction<K> key) {
        for (int row = 0; row < ROWS; row++) {
            int firstRow = coded.firstRows()[coded.codes().slot(row)];
            assertThat(firstRow).isLessThanOrEqualTo(row);
            assertThat(key.apply(firstRow)).isEqualTo(key.apply(row));
        }
        List<K> keys = Arrays.stream(coded.firstRows()).mapToObj(key).toList();
        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    private Optional<RowCodes> code(Table table, List<Task.Transform> steps, String... fields) {
        return BucketCoder.code(table.columns(), steps, List.of(fields), context());
    }

    private static int key(String first, String second, double millis) {
        return (int)
                (part(first).applyAsLong((long) millis) * 10_000 + part(second).applyAsLong((long) millis));
    }

    private static LongUnaryOperator part(String function) {
        ZoneId zone = function.startsWith("utc") ? ZoneId.of("UTC") : ZONE;
        return millis -> {
            ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
            return switch (function.replace("utc", "")) {
                case "hours" -> time.getHour();
                case "day" -> time.getDayOfWeek().getValue() % 7;
                case "minutes" -> time.getMinute();
                case "seconds" -> time.getSecond();
                case "date" -> time.getDayOfMonth();
                case "month" -> time.getMonthValue() - 1;
                default -> time.getYear();
            };
        };
    }

    private static ZonedDateTime local(double millis) {
        return Instant.ofEpochMilli((long) millis).atZone(ZONE);
    }

    /// Times around 1970 or around now, every other one a whole hour or a millisecond before it.
    private static double[] times(int days, boolean isCentered) {
        long span = days * 86_400_000L;
        long hour = 3_600_000;
        return new Random(days)
                .longs(ROWS)
                .map(random -> {
                    long time = Math.floorMod(random, span) - (isCentered ? span / 2 : 0);
                    return random % 2 == 0 ? time : Math.floorDiv(time, hour) * hour - (random >> 1 & 1);
                })
                .asDoubleStream()
                .toArray();
    }

    private Table table(double... times) {
        TableBuilder rows = new TableBuilder();
        for (double time : times) {
            rows.append(Map.of("time", new DateValue(time)));
        }
        return rows.build(allocator);
    }

    private Table numbers(double... numbers) {
        TableBuilder rows = new TableBuilder();
        for (double number : numbers) {
            rows.append(Map.of("time", number));
        }
        return rows.build(allocator);
    }

    private static Task.Transform timeUnit(String... units) {
        String json = "{\"type\": \"timeunit\", \"field\": \"time\", \"units\": [\"" + String.join("\", \"", units)
                + "\"], \"as\": [\"from\", \"to\"]}";
        return new Task.Transform((JsonObject) JsonReader.read(json), "");
    }

    private static Task.Transform formula(String function, String as) {
        String json = "{\"type\": \"formula\", \"expr\": \"" + function + "(datum.time)\", \"as\": \"" + as + "\"}";
        return new Task.Transform((JsonObject) JsonReader.read(json), "");
    }

    private EvaluationContext context() {
        return new EvaluationContext(allocator, ZONE, Map.of(), Map.of(), new Cancellation());
    }
}
