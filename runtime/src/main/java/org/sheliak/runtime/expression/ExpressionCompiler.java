package org.sheliak.runtime.expression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.ExpressionParser;

/// Compiles Vega expressions.
public final class ExpressionCompiler {
    private static final int MOST_KNOWN = 2000;

    // By their sources: each step of a brush reads and evaluates the same expressions again.
    private static final Cache<String, CompiledExpression> COMPILED = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();

    private static final Cache<String, Expression> PARSED = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
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
        return COMPILED.get(source, unknown -> compile(parse(unknown)));
    }

    /// Compiles an expression that is parsed already.
    ///
    /// @throws org.sheliak.planner.error.SheliakException as [#compile(String)]
    public static CompiledExpression compile(Expression expression) {
        return new CompiledExpression(expression, RowCompiler.compile(expression));
    }
}
