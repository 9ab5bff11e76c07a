package org.sheliak.runtime.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
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

/// Codes by parts of times against `java.time`.
class TimePartCoderTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int ROWS = 20_000;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hours, day, 7, true",
        "hours, day, 60, false",
        "minutes, seconds, 5, true",
        "utcday, utchours, 60, true",
        "utcminutes, utcseconds, 5, true",
    })
    void code_partsOfOneTime_areThoseOfJavaTime(String first, String second, int years, boolean isCentered) {
        double[] times = times(years, isCentered);
        try (Table table = table(times)) {
            RowCodes coded = TimePartCoder.code(
                            table, List.of(formula(first, "a"), formula(second, "b")), List.of("a", "b"), context())
                    .orElseThrow();
            for (int row = 0; row < ROWS; row++) {
                int firstRow = coded.firstRows()[coded.codes().slot(row)];
                assertThat(firstRow).isLessThanOrEqualTo(row);
                assertThat(key(first, second, times[firstRow])).isEqualTo(key(first, second, times[row]));
            }
            assertThat(Arrays.stream(coded.firstRows())
                            .map(row -> key(first, second, times[row]))
                            .toArray())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void code_whatItIsNotFor_isLeftToOthers() {
        try (Table table = table(times(3, true))) {
            assertThat(TimePartCoder.code(table, List.of(formula("month", "a")), List.of("a"), context()))
                    .isEmpty();
            assertThat(TimePartCoder.code(
                            table,
                            List.of(formula("hours", "time"), formula("day", "b")),
                            List.of("b", "time"),
                            context()))
                    .isEmpty();
        }
        for (double time : new double[] {Double.NaN, 8e15}) {
            try (Table table = table(time)) {
                assertThat(TimePartCoder.code(table, List.of(formula("hours", "a")), List.of("a"), context()))
                        .isEmpty();
            }
        }
    }

    private static int key(String first, String second, double millis) {
        return (int) (part(first).applyAsLong((long) millis) * 60 + part(second).applyAsLong((long) millis));
    }

    private static LongUnaryOperator part(String function) {
        ZoneId zone = function.startsWith("utc") ? ZoneId.of("UTC") : ZONE;
        return millis -> {
            ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
            return switch (function.replace("utc", "")) {
                case "hours" -> time.getHour();
                case "day" -> time.getDayOfWeek().getValue() % 7;
                case "minutes" -> time.getMinute();
                default -> time.getSecond();
            };
        };
    }

    /// Times around 1970 or around now, every other one a whole hour or a millisecond before it.
    private static double[] times(int years, boolean isCentered) {
        long span = years * 31_556_952_000L;
        long hour = 3_600_000;
        return new Random(years)
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

    private static Task.Transform formula(String function, String as) {
        String json = "{\"type\": \"formula\", \"expr\": \"" + function + "(datum.time)\", \"as\": \"" + as + "\"}";
        return new Task.Transform((JsonObject) JsonReader.read(json), "");
    }

    private EvaluationContext context() {
        return new EvaluationContext(allocator, ZONE, Map.of(), Map.of(), new Cancellation());
    }
}
