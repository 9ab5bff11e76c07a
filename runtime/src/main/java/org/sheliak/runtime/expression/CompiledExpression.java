package org.sheliak.runtime.expression;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// An expression, ready to be evaluated for a table, a row, or no row at all. Immutable.
public final class CompiledExpression {
    private static final int ROWS_BETWEEN_CHECKS = 4096;

    private final Expression expression;
    private final RowEvaluator evaluator;

    CompiledExpression(Expression expression, RowEvaluator evaluator) {
        this.expression = expression;
        this.evaluator = evaluator;
    }

    public Expression expression() {
        return expression;
    }

    /// The value where there is no row, as for a signal.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH where JavaScript throws a TypeError,
    ///     SPEC_INVALID for a signal that is not bound
    public @Nullable Object evaluate(EvaluationContext context) {
        return evaluator.evaluate(new EvaluationScope(context, new RandomNumbers(context.random())));
    }

    /// The value for the row on which a scope stands.
    public @Nullable Object evaluate(EvaluationScope scope) {
        return evaluator.evaluate(scope);
    }

    /// The values for all rows of a table. Caller closes.
    ///
    /// @throws org.sheliak.planner.error.SheliakException as [#evaluate(EvaluationContext)], or CANCELLED
    public Column evaluate(Table table, EvaluationContext context) {
        Column named = namedColumn(table);
        if (named != null) {
            return named.share();
        }
        EvaluationScope scope = new EvaluationScope(context, new RandomNumbers(context.random()));
        Optional<TypedVector> vector = new VectorCompiler(table, scope).compile(expression);
        return vector.isPresent()
                ? new VectorEvaluation(table.rowCount(), context.cancellation())
                        .column(vector.get(), context.allocator())
                : evaluateByRow(table, scope);
    }

    /// The column that the expression names, if it does nothing else.
    private @Nullable Column namedColumn(Table table) {
        if (expression instanceof MemberExpression member
                && member.object() instanceof Identifier identifier
                && identifier.name().equals(RowCompiler.DATUM)) {
            String name = RowCompiler.memberName(member);
            return name == null ? null : table.column(name);
        }
        return null;
    }

    /// The indices of the rows for which the value is true, in order.
    ///
    /// @throws org.sheliak.planner.error.SheliakException as [#evaluate(EvaluationContext)], or CANCELLED
    public int[] filter(Table table, EvaluationContext context) {
        EvaluationScope scope = new EvaluationScope(context, new RandomNumbers(context.random()));
        Optional<BooleanVector> truth = new VectorCompiler(table, scope).compileTruth(expression);
        return truth.isPresent()
                ? new VectorEvaluation(table.rowCount(), context.cancellation()).rows(truth.get())
                : filterByRow(table, scope);
    }

    /// Whether the types of a table's columns let the expression be evaluated over whole columns.
    boolean isTyped(Table table, EvaluationContext context) {
        EvaluationScope scope = new EvaluationScope(context, new RandomNumbers(context.random()));
        return new VectorCompiler(table, scope).compile(expression).isPresent();
    }

    Column evaluateByRow(Table table, EvaluationScope scope) {
        ColumnBuilder builder = new ColumnBuilder(table.rowCount());
        RowView view = new RowView(table);
        for (int row = 0; row < table.rowCount(); row++) {
            checkCancellation(row, scope);
            scope.moveTo(view.at(row));
            builder.append(evaluator.evaluate(scope));
        }
        return builder.build(scope.context().allocator());
    }

    int[] filterByRow(Table table, EvaluationScope scope) {
        int[] rows = new int[table.rowCount()];
        int count = 0;
        RowView view = new RowView(table);
        for (int row = 0; row < table.rowCount(); row++) {
            checkCancellation(row, scope);
            scope.moveTo(view.at(row));
            if (Coercion.toBoolean(evaluator.evaluate(scope))) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static void checkCancellation(int row, EvaluationScope scope) {
        if (row % ROWS_BETWEEN_CHECKS == 0) {
            scope.context().cancellation().check();
        }
    }
}
