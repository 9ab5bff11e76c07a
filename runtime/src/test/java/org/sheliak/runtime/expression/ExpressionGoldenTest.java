package org.sheliak.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.evaluation.RandomSource;
import org.sheliak.runtime.expression.GoldenExpressions.GoldenExpression;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Compares expressions, row by row and over whole columns, with what Vega in Node makes of them:
/// `src/test/node/expression/generate.js` writes the golden files.
class ExpressionGoldenTest {
    private static final double SEED = 123_456_789;
    private static final SameValue EXACT = new SameValue(0);
    /// V8 has its own sine and cosine, which differ from fdlibm's in the last digit.
    private static final SameValue CLOSE = new SameValue(1e-14);

    @TestFactory
    Stream<DynamicTest> operators() {
        return tests("operators", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> math() {
        return tests("math", CLOSE);
    }

    @TestFactory
    Stream<DynamicTest> easing() {
        return tests("easing", CLOSE);
    }

    @TestFactory
    Stream<DynamicTest> types() {
        return tests("types", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return tests("lists", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return tests("texts", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> dates() {
        return tests("dates", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> dateTexts() {
        return tests("date-texts", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> formats() {
        return tests("formats", EXACT);
    }

    @TestFactory
    Stream<DynamicTest> colors() {
        return tests("colors", CLOSE);
    }

    @TestFactory
    Stream<DynamicTest> statistics() {
        return tests("statistics", CLOSE);
    }

    @TestFactory
    Stream<DynamicTest> selections() {
        return tests("selections", EXACT);
    }

    private static Stream<DynamicTest> tests(String file, SameValue sameValue) {
        GoldenExpressions golden = GoldenExpressions.read(file);
        return golden.expressions().stream()
                .map(expression -> DynamicTest.dynamicTest(
                        expression.source() + " [" + expression.table() + ", " + expression.zone() + "]",
                        () -> check(golden, expression, sameValue)));
    }

    private static void check(GoldenExpressions golden, GoldenExpression expression, SameValue sameValue) {
        if (expression.values() == null) {
            assertThatThrownBy(() -> ExpressionCompiler.compile(expression.source()))
                    .isInstanceOf(SheliakException.class);
            return;
        }
        try (BufferAllocator allocator = new RootAllocator()) {
            Map<String, Table> dataSets = golden.dataSets(allocator);
            try {
                EvaluationContext context = golden.context(expression, dataSets, allocator);
                if (expression.table() == null) {
                    checkAlone(expression, context, sameValue);
                } else {
                    checkRows(golden, expression, context, sameValue);
                }
            } finally {
                dataSets.values().forEach(Table::close);
            }
        }
    }

    private static void checkAlone(GoldenExpression expression, EvaluationContext context, SameValue sameValue) {
        CompiledExpression compiled = ExpressionCompiler.compile(expression.source());
        Object found = valueOrError(() -> compiled.evaluate(scope(context)));
        assertSame(found, expression.values().getFirst(), "the value", sameValue);
    }

    private static void checkRows(
            GoldenExpressions golden, GoldenExpression expression, EvaluationContext context, SameValue sameValue) {
        CompiledExpression compiled = ExpressionCompiler.compile(expression.source());
        List<Object> expected = expression.values();
        try (Table table = golden.table(expression.table(), context.allocator())) {
            EvaluationScope scope = scope(context);
            RowView view = new RowView(table);
            for (int row = 0; row < expected.size(); row++) {
                scope.moveTo(view.at(row));
                Object found = valueOrError(() -> compiled.evaluate(scope));
                assertSame(found, expected.get(row), "row " + row, sameValue);
            }
            if (expected.contains(GoldenExpressions.ERROR)) {
                assertThatThrownBy(() -> compiled.evaluate(table, context).close())
                        .isInstanceOf(SheliakException.class);
            } else {
                checkTable(compiled, table, expected, context, sameValue);
            }
        }
    }

    private static void checkTable(
            CompiledExpression compiled,
            Table table,
            List<Object> expected,
            EvaluationContext context,
            SameValue sameValue) {
        try (Column column = compiled.evaluate(table, context)) {
            List<Object> found = new ArrayList<>();
            for (int row = 0; row < column.length(); row++) {
                found.add(column.value(row));
            }
            for (int row = 0; row < expected.size(); row++) {
                assertSame(found.get(row), expected.get(row), column.getClass() + ", row " + row, sameValue);
            }
        }
        int[] rows = IntStream.range(0, expected.size())
                .filter(row -> Coercion.toBoolean(expected.get(row)))
                .toArray();
        assertThat(compiled.filter(table, context)).isEqualTo(rows);
    }

    private static EvaluationScope scope(EvaluationContext context) {
        return new EvaluationScope(context, new RandomNumbers(new RandomSource.Seeded(SEED)));
    }

    @FunctionalInterface
    private interface Evaluation {
        Object run();
    }

    private static Object valueOrError(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (SheliakException _) {
            return GoldenExpressions.ERROR;
        }
    }

    private static void assertSame(Object found, Object expected, String where, SameValue sameValue) {
        assertThat(sameValue.test(found, expected))
                .as("%s: found %s, Vega has %s", where, found, expected)
                .isTrue();
    }
}
