package org.sheliak.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;

/// Expressions over whole columns and row by row give the same, on a table of several batches.
class VectorCompilerTest {
    private static final int ROWS = 3 * TypedVector.BATCH + 77;
    private static final long SEED = 42;
    private static final SameValue EXACT = new SameValue(0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datum.x * 2 - datum.y / 3",
                "datum.x > 3 && datum.y < 5 || !(datum.x <= -2)",
                "isValid(datum.x) && isFinite(+datum.x)",
                "datum.x > 0 ? datum.x : null",
                "datum.x > five ? 'big' : datum.x < 0 ? 'negative' : null",
                "datum.x == null || datum.x === datum.y",
                "datum.ok && datum.x > 1",
                "datum.ok ? datum.day : null",
                "hours(datum.day) + minutes(datum.day) / 60",
                "utcyear(datum.day) * 100 + utcmonth(datum.day)",
                "datetime(2012, month(datum.day), date(datum.day), hours(datum.day))",
                "week(datum.day) + dayofyear(datum.day)",
                "inrange(datum.x, [5, -2], true, false)",
                "inrange(time(datum.day), [1.3e12, 1.4e12])",
                "clamp(floor(datum.x / 2.5) * 2.5, -5, five)",
                "pow(datum.x, 2) + min(datum.x, datum.y, 3) % 2",
                "datum.s === 'b' || datum.s == null",
                "upper(datum.s) + '!'",
                "datum.s ? length(datum.s) : -1",
                "indexof(['a', 'c'], datum.s) >= 0 && datum.x > 0",
                "datum.x & 3 | datum.y << 2",
                "!length(data('none')) || vlSelectionTest('none', datum)",
                "vlSelectionTest('brush', datum)",
                "vlSelectionTest('brush', datum, 'intersect') && datum.ok",
                "vlSelectionTest('brush', datum) ? datum.y : datum.x",
                "toNumber(datum.day) - toNumber(datum.x)",
                "datum.x || datum.y",
                "if(datum.s == 'a', datum.x, datum.y)"
            })
    void typedColumns_overBatches_agreeWithRows(String source) {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = table(allocator);
                Table brush = brush(allocator)) {
            EvaluationContext context = new EvaluationContext(
                    allocator,
                    ZoneId.of("America/New_York"),
                    Map.of("five", 5.0),
                    Map.of("brush", brush),
                    new Cancellation());
            CompiledExpression compiled = ExpressionCompiler.compile(source);
            EvaluationScope scope = new EvaluationScope(context, new RandomNumbers(context.random()));

            assertThat(compiled.isTyped(table, context)).isTrue();
            try (Column typed = compiled.evaluate(table, context);
                    Column byRow = compiled.evaluateByRow(table, scope)) {
                assertThat(typed).hasSameClassAs(byRow);
                for (int row = 0; row < ROWS; row++) {
                    assertThat(EXACT.test(typed.value(row), byRow.value(row)))
                            .as("row %s: %s, by row %s", row, typed.value(row), byRow.value(row))
                            .isTrue();
                }
            }
            assertThat(compiled.filter(table, context)).isEqualTo(compiled.filterByRow(table, scope));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datum.day == datum.day",
                "datum.day + 1",
                "datum.x + datum.s",
                "random() * datum.x",
                "datum.x > 0 ? datum.x : 'none'",
                "datum.missing",
                "[datum.x, datum.y]",
                "datum",
                "datum.s < datum.s2"
            })
    void mixedTypes_areLeftToRows(String source) {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = table(allocator)) {
            EvaluationContext context = EvaluationContext.empty(allocator, ZoneId.of("UTC"));
            assertThat(ExpressionCompiler.compile(source).isTyped(table, context))
                    .isFalse();
        }
    }

    private static Table table(BufferAllocator allocator) {
        Random random = new Random(SEED);
        TableBuilder builder = new TableBuilder();
        for (int row = 0; row < ROWS; row++) {
            builder.set("x", random.nextInt(9) == 0 ? null : number(random));
            builder.set("y", number(random));
            builder.set("ok", random.nextInt(7) == 0 ? null : (Object) random.nextBoolean());
            double millis = random.nextInt(20) == 0 ? Double.NaN : Math.floor(random.nextDouble() * 2e12);
            builder.set("day", random.nextInt(11) == 0 ? null : new DateValue(millis));
            builder.set(
                    "s",
                    random.nextInt(6) == 0
                            ? null
                            : List.of("a", "b", "c", "", "10").get(random.nextInt(5)));
            builder.set("s2", List.of("a", "b").get(random.nextInt(2)));
            builder.endRow();
        }
        return builder.build(allocator);
    }

    private static Object number(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> random.nextDouble() * 20 - 10;
            default -> (double) random.nextInt(-10, 11);
        };
    }

    private static Table brush(BufferAllocator allocator) {
        TableBuilder builder = new TableBuilder();
        builder.append(
                entry("u1", List.of("x", "y"), List.of("R", "R-RE"), List.of(List.of(-3.0, 6.0), List.of(0.0, 8.0))));
        builder.append(entry("u1", List.of("s"), List.of("E"), List.of("b")));
        builder.append(entry("u2", List.of("s", "ok"), List.of("E", "E"), List.of(List.of("a", "b", "c"), true)));
        builder.append(entry(
                "u2", List.of("day"), List.of("R"), List.of(List.of(new DateValue(5e11), new DateValue(1.5e12)))));
        return builder.build(allocator);
    }

    private static Map<String, Object> entry(String unit, List<String> names, List<String> types, List<?> values) {
        List<Map<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(Map.of("field", names.get(i), "type", types.get(i)));
        }
        return Map.of("unit", unit, "fields", fields, "values", values);
    }
}
