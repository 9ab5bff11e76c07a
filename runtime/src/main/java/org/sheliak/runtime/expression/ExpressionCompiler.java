package org.sheliak.runtime.expression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.ExpressionParser;

/// Compiles Vega expressions.
public final class ExpressionCompiler {
    private static final int MOST_PARSED = 2000;
    private static final int MOST_COMPILED = 20_000;

    // Each step of a brush reads and evaluates the same expressions again.
    private static final Cache<String, Expression> PARSED = Caffeine.newBuilder()
            .maximumSize(MOST_PARSED)
            .executor(Runnable::run)
            .build();

    // Parts of expressions too; told by identity, for which the keys are weak.
    private static final Cache<Expression, CompiledExpression> COMPILED = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_COMPILED)
            .executor(Runnable::run)
            .build();

    private ExpressionCompiler() {}

    /// Parses an expression.
    ///
    /// @throws org.sheliak.planner.error.SheliakException EXPRESSION_SYNTAX, with the offset, when that fails
    public static Expression parse(String source) {
        return PARSED.get(source, ExpressionParser::parse);
    }

    /// Parses and compiles an expression.
    ///
    /// @throws org.sheliak.planner.error.SheliakException EXPRESSION_SYNTAX, with the offset, when it
    ///     cannot be parsed or names an unknown function; UNSUPPORTED when it needs a browser
    public static CompiledExpression compile(String source) {
        return compile(parse(source));
    }

    /// Compiles an expression that is parsed already.
    ///
    /// @throws org.sheliak.planner.error.SheliakException as [#compile(String)]
    public static CompiledExpression compile(Expression expression) {
        return COMPILED.get(expression, unknown -> new CompiledExpression(unknown, RowCompiler.compile(unknown)));
    }
}
