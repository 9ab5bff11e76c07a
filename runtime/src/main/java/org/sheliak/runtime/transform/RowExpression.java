package org.sheliak.runtime.transform;

import java.util.List;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.CompiledExpression;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// An expression of `datum` with the signals that it may name. Its errors point into the spec.
///
/// @param place JSON pointer to the expression
public record RowExpression(CompiledExpression compiled, EvaluationContext context, String place) {

    /// @throws SheliakException EXPRESSION_SYNTAX when it cannot be parsed, UNSUPPORTED when it needs a browser
    static RowExpression of(String source, EvaluationContext context, String place) {
        try {
            return new RowExpression(ExpressionCompiler.compile(source), context, place);
        } catch (SheliakException failure) {
            throw located(failure, place);
        }
    }

    /// The fields of `datum` that the expression names, in the order of their first use.
    public List<String> fields() {
        return DatumFields.of(compiled.expression());
    }

    /// The value of each row. Caller closes.
    public Column column(Table table) {
        try {
            return compiled.evaluate(table, context);
        } catch (SheliakException failure) {
            throw located(failure, place);
        }
    }

    /// The rows for which the value is true to JavaScript, in order.
    public int[] select(Table table) {
        try {
            return compiled.filter(table, context);
        } catch (SheliakException failure) {
            throw located(failure, place);
        }
    }

    /// The error of an expression, at its place in the spec.
    static SheliakException located(SheliakException failure, String place) {
        return failure.at(new SourceLocation(place, failure.location().offset()));
    }
}
