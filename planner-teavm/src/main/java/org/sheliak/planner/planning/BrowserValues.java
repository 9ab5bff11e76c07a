package org.sheliak.planner.planning;

import java.util.List;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.Expression.Property;
import org.sheliak.planner.expression.LiteralValue;

/// Values that lose their nature when they are sent: colours, which are objects with a text of their own, and regular
/// expressions. Inside of an expression they do no harm.
final class BrowserValues {
    private static final List<String> MAKERS = List.of("rgb", "hsl", "lab", "hcl", "regexp");

    private BrowserValues() {}

    /// Whether such a value may be the result of the expression, or be a part of it.
    static boolean isIn(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.value() instanceof LiteralValue.RegExpValue;
            case CallExpression call ->
                MAKERS.contains(call.callee())
                        || (call.callee().equals("if")
                                && call.arguments().stream().skip(1).anyMatch(BrowserValues::isIn));
            case ConditionalExpression conditional -> isIn(conditional.consequent()) || isIn(conditional.alternate());
            case LogicalExpression logical -> isIn(logical.left()) || isIn(logical.right());
            case ArrayExpression array -> array.elements().stream().anyMatch(BrowserValues::isIn);
            case ObjectExpression object ->
                object.properties().stream().map(Property::value).anyMatch(BrowserValues::isIn);
            default -> false;
        };
    }
}
