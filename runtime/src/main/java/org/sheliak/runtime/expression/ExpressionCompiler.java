package org.sheliak.runtime.expression;

import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.ExpressionParser;

/// Compiles Vega expressions.
public final class ExpressionCompiler {
    private ExpressionCompiler() {}

    /// Parses and compiles an expression.
    ///
    /// @throws org.sheliak.planner.error.SheliakException EXPRESSION_SYNTAX, with the offset, when it
    ///     cannot be parsed or names an unknown function; UNSUPPORTED when it needs a browser
    public static CompiledExpression compile(String source) {
        return compile(ExpressionParser.parse(source));
    }

    /// Compiles an expression that is parsed already.
    ///
    /// @throws org.sheliak.planner.error.SheliakException as [#compile(String)]
    public static CompiledExpression compile(Expression expression) {
        return new CompiledExpression(expression, RowCompiler.compile(expression));
    }
}
