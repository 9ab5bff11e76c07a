package org.sheliak.runtime.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Ranges against the expressions themselves, evaluated row by row, over every pair of special values.
class RangeConditionsTest {
    private static final List<@Nullable Double> NUMBERS = Arrays.asList(
            null,
            Double.NaN,
            0.0,
            -0.0,
            1.0,
            4.999999999999999,
            5.0,
            5.000000000000001,
            -3.0,
            10.0,
            1e300,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    private final BufferAllocator allocator = new RootAllocator();
    private Table table;
    private EvaluationContext context;
    private final List<Table> stores = new ArrayList<>();

    @BeforeEach
    void open() {
        TableBuilder rows = new TableBuilder();
        for (Double x : NUMBERS) {
            for (Double y : NUMBERS) {
                rows.set("x", x);
                rows.set("y", y);
                rows.set("d", y == null ? null : new DateValue(y));
                rows.set("s", "text");
                rows.endRow();
            }
        }
        table = rows.build(allocator);
        context = new EvaluationContext(
                allocator,
                ZoneOffset.UTC,
                Map.of("five", 5.0, "none", Undefined.UNDEFINED, "day", new DateValue(5), "brush", List.of(5.0, -1.0)),
                Map.of(
                        "empty", store(),
                        "interval", store(entry("a", "R", "x", List.of(0.0, 5.0))),
                        "reversed", store(entry("a", "R", "x", List.of(5.0, -3.0))),
                        "half", store(entry("a", "R-RE", "x", List.of(0.0, 5.0))),
                        "open", store(entry("a", "R-E", "x", List.of(0.0, 5.0))),
                        "left", store(entry("a", "R-LE", "x", List.of(0.0, 5.0))),
                        "dates", store(entry("a", "R", "d", List.of(new DateValue(1), new DateValue(5)))),
                        "point", store(entry("a", "E", "x", 5.0)),
                        "valid", store(entry("a", "E-VALID", "x", 5.0)),
                        "two", store(entry("a", "R", "x", List.of(0.0, 5.0)), entry("b", "R", "y", List.of(1.0, 9.0)))),
                new Cancellation());
    }

    private static Map<String, Object> entry(String unit, String type, String field, Object value) {
        return Map.of(
                "unit", unit,
                "fields", List.of(Map.of("type", type, "field", field)),
                "values", List.of(value));
    }

    @SafeVarargs
    private Table store(Map<String, Object>... entries) {
        TableBuilder rows = new TableBuilder();
        for (Map<String, Object> entry : entries) {
            rows.append(entry);
        }
        Table store = rows.build(allocator);
        stores.add(store);
        return store;
    }

    @AfterEach
    void close() {
        table.close();
        stores.forEach(Table::close);
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datum.x < 5",
                "datum.x <= 5",
                "datum.x > 5",
                "datum.x >= 5",
                "5 < datum.x",
                "5 >= datum['x']",
                "datum.x < 0",
                "datum.x <= 0",
                "datum.x > -0",
                "datum.x >= five && datum.x < 2 * five",
                "datum.x >= NaN",
                "datum.x > 1 / 0",
                "datum.x < -1 / 0",
                "datum.x <= 1 / 0",
                "datum.x < null",
                "datum.x <= true",
                "+datum.x <= 0",
                "datum.x == 5",
                "datum.x === 0",
                "0 == datum.x",
                "datum.x == null",
                "datum.x != null",
                "null !== 1",
                "datum.x === null",
                "datum.d > day",
                "datum.d <= 5",
                "datum.d >= 0 && datum.x <= 5",
                "isValid(datum.x)",
                "isValid(datum.d)",
                "isFinite(datum.x)",
                "isFinite(+datum.d)",
                "isFinite(datum.d)",
                "isFinite(+datum.x)",
                "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"])",
                "inrange(datum.x, [0, 5])",
                "inrange(datum.x, brush)",
                "true",
                "false",
                "''",
                "0",
                "five == 4 || datum.x < 5",
                "five == 5 || datum.x < 5",
                "datum.x < 5 || five == 4",
                "datum.x < 5 || five == 5",
                "datum.x < 5 && five == 4",
                "!length(data('empty')) || vlSelectionTest('empty', datum)",
                "!length(data('interval')) || vlSelectionTest('interval', datum)",
                "vlSelectionTest('empty', datum)",
                "vlSelectionTest('empty', datum, 'intersect')",
                "vlSelectionTest('interval', datum, 'intersect')",
                "vlSelectionTest('reversed', datum, 'union')",
                "vlSelectionTest('half', datum)",
                "vlSelectionTest('open', datum)",
                "vlSelectionTest('left', datum)",
                "vlSelectionTest('dates', datum)",
                "vlSelectionTest('point', datum)",
                "vlSelectionTest('valid', datum)",
                "vlSelectionTest('two', datum, 'intersect')",
                "(!length(data('interval')) || vlSelectionTest('interval', datum)) && datum.y > 1"
            })
    void read_ranges_acceptTheRowsOfTheExpression(String expression) {
        Optional<Conjunction> conjunction =
                new RangeConditions(new RowFields(table, new KnownGroups(), context), context).read(expression);
        assertThat(conjunction).isPresent();
        assertThat(rows(conjunction.get()))
                .isEqualTo(ExpressionCompiler.compile(expression).filter(table, context));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datum.x",
                "!datum.x",
                "!(datum.x < 5)",
                "datum.x != 5",
                "datum.x < datum.y",
                "datum.x + 1 < 5",
                "datum.x < 5 || datum.y < 5",
                "datum.s < 'a'",
                "datum.s == 'text'",
                "datum.d == 5",
                "datum.x < '5'",
                "datum.x < none",
                "vlSelectionTest('two', datum)",
                "datum.x < 5 && (datum.s == 'text' || datum.y > 2)"
            })
    void read_otherConditions_acceptTheCodesOfTheirRows(String expression) {
        Optional<Conjunction> conjunction =
                new RangeConditions(new RowFields(table, new KnownGroups(), context), context).read(expression);
        assertThat(conjunction).isPresent();
        assertThat(conjunction.get().codes()).isNotEmpty();
        assertThat(rows(conjunction.get()))
                .isEqualTo(ExpressionCompiler.compile(expression).filter(table, context));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datum.nothing < 5",
                "random() < 0.5",
                "datum.x < random()",
                "datum.x < now()",
                "datum.x < datetime()",
                "vlSelectionTest('interval', {x: 1})",
                "datum.x < missing",
                "datum.x <",
                "datum[five] < 5"
            })
    void read_otherExpressions_areNotRead(String expression) {
        assertThat(new RangeConditions(new RowFields(table, new KnownGroups(), context), context).read(expression))
                .isEmpty();
    }

    private int[] rows(Conjunction conjunction) {
        return IntStream.range(0, table.rowCount())
                .filter(row -> !conjunction.isNever()
                        && conjunction.ranges().stream().allMatch(filter -> passes(filter, row))
                        && conjunction.codes().stream().allMatch(filter -> filter.accepts(row)))
                .toArray();
    }

    private static boolean passes(RangeFilter filter, int row) {
        NumericColumn column = filter.column();
        double[] value = new double[1];
        column.load(row, 1, value);
        return column.isNull(row)
                ? filter.range().acceptsNull()
                : filter.range().accepts(value[0]);
    }
}
