package org.sheliak.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.evaluation.RandomSource;
import org.sheliak.runtime.expression.GoldenExpressions.GoldenExpression;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.Coercion;

/// Evaluates one expression in both tiers, and compares what comes out with Vega's values.
final class TierComparison {
    private static final double SEED = 123_456_789;

    private final GoldenExpression golden;
    private final CompiledExpression compiled;
    private final EvaluationContext context;
    private final SameValue sameValue;

    TierComparison(GoldenExpression golden, EvaluationContext context, SameValue sameValue) {
        this.golden = golden;
        this.compiled = ExpressionCompiler.compile(golden.source());
        this.context = context;
        this.sameValue = sameValue;
    }

    /// Compares, and says how many values were evaluated in each tier.
    TierValues check(GoldenExpressions file) {
        if (golden.table() == null) {
            assertSame(valueOrError(scope()), golden.values().getFirst(), "the value");
            return new TierValues(1, constant());
        }
        byRow(file);
        return new TierValues(golden.values().size(), wholeTable(file) + singleRows(file));
    }

    private void byRow(GoldenExpressions file) {
        try (Table table = file.table(golden.table(), context.allocator())) {
            EvaluationScope scope = scope();
            RowView view = new RowView(table);
            for (int row = 0; row < golden.values().size(); row++) {
                scope.moveTo(view.at(row));
                assertSame(valueOrError(scope), golden.values().get(row), "row " + row);
            }
        }
    }

    private int wholeTable(GoldenExpressions file) {
        try (Table table = file.table(golden.table(), context.allocator())) {
            check(table, golden.values());
            return compiled.isTyped(table, context) ? golden.values().size() : 0;
        }
    }

    /// Each row as a table of its own, in which even mixed columns have a type.
    private int singleRows(GoldenExpressions file) {
        int typed = 0;
        for (int row = 0; row < golden.values().size(); row++) {
            try (Table table = file.row(golden.table(), row, context.allocator())) {
                if (compiled.isTyped(table, context)) {
                    check(table, golden.values().subList(row, row + 1));
                    typed++;
                }
            }
        }
        return typed;
    }

    /// An expression that needs no row, over a table whose columns it does not name.
    private int constant() {
        Dependencies dependencies = Dependencies.of(compiled.expression());
        if (dependencies.isRow() || !dependencies.fields().isEmpty()) {
            return 0;
        }
        TableBuilder builder = new TableBuilder();
        builder.set("other", 1.0);
        builder.endRow();
        try (Table table = builder.build(context.allocator())) {
            if (!compiled.isTyped(table, context)) {
                return 0;
            }
            check(table, golden.values());
            return 1;
        }
    }

    private void check(Table table, List<Object> expected) {
        if (expected.contains(GoldenExpressions.ERROR)) {
            assertThatThrownBy(() -> compiled.evaluate(table, context).close()).isInstanceOf(SheliakException.class);
            return;
        }
        try (Column column = compiled.evaluate(table, context)) {
            for (int row = 0; row < expected.size(); row++) {
                assertSame(
                        column.value(row), expected.get(row), column.getClass().getSimpleName() + ", row " + row);
            }
        }
        int[] rows = IntStream.range(0, expected.size())
                .filter(row -> Coercion.toBoolean(expected.get(row)))
                .toArray();
        assertThat(compiled.filter(table, context)).isEqualTo(rows);
    }

    private EvaluationScope scope() {
        return new EvaluationScope(context, new RandomNumbers(new RandomSource.Seeded(SEED)));
    }

    private Object valueOrError(EvaluationScope scope) {
        try {
            return compiled.evaluate(scope);
        } catch (SheliakException _) {
            return GoldenExpressions.ERROR;
        }
    }

    private void assertSame(Object found, Object expected, String where) {
        assertThat(sameValue.test(found, expected))
                .as("%s: found %s, Vega has %s", where, found, expected)
                .isTrue();
    }
}
