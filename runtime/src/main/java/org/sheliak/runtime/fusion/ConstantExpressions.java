package org.sheliak.runtime.fusion;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expressions;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;

/// Parts of a filter that have the same value for every row: they name no `datum` and call no function whose value
/// may change from call to call.
record ConstantExpressions(EvaluationContext context) {
    private static final String ROW = "datum";

    /// With arguments; `datetime()` is the time of the call.
    private static final Set<String> PURE_FUNCTIONS = Set.of(
            "abs",
            "ceil",
            "clamp",
            "data",
            "datetime",
            "floor",
            "if",
            "inrange",
            "isArray",
            "isBoolean",
            "isDate",
            "isDefined",
            "isFinite",
            "isNaN",
            "isNumber",
            "isString",
            "isValid",
            "length",
            "max",
            "min",
            "round",
            "time",
            "toBoolean",
            "toDate",
            "toNumber",
            "utc");

    /// A constant's value; JavaScript's null is `null`.
    record Constant(@Nullable Object value) {}

    /// The value, when it is the same for every row; empty too when it has none but an error, which a row may or
    /// may not meet.
    Optional<Constant> value(Expression expression) {
        if (!isConstant(expression)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Constant(ExpressionCompiler.compile(expression).evaluate(context)));
        } catch (SheliakException error) {
            return Optional.empty();
        }
    }

    private static boolean isConstant(Expression expression) {
        boolean isConstant = switch (expression) {
            case Identifier identifier -> !identifier.name().equals(ROW);
            case CallExpression call ->
                PURE_FUNCTIONS.contains(call.callee()) && !call.arguments().isEmpty();
            default -> true;
        };
        return isConstant && Expressions.children(expression).stream().allMatch(ConstantExpressions::isConstant);
    }
}
