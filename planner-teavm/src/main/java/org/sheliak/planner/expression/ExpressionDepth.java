package org.sheliak.planner.expression;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.Expression.Property;
import org.sheliak.planner.expression.Expression.UnaryExpression;

/// Measures trees level by level, without recursion.
final class ExpressionDepth {
    private ExpressionDepth() {}

    /// True when some path from the root has more nodes than this.
    static boolean isMoreThan(int limit, Expression root) {
        List<Expression> level = List.of(root);
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > limit) {
                return true;
            }
            List<Expression> next = new ArrayList<>();
            for (Expression expression : level) {
                addChildren(expression, next);
            }
            level = next;
        }
        return false;
    }

    private static void addChildren(Expression expression, List<Expression> children) {
        switch (expression) {
            case Literal ignored -> {}
            case Identifier ignored -> {}
            case MemberExpression member -> children.addAll(List.of(member.object(), member.property()));
            case CallExpression call -> children.addAll(call.arguments());
            case UnaryExpression unary -> children.add(unary.argument());
            case BinaryExpression binary -> children.addAll(List.of(binary.left(), binary.right()));
            case LogicalExpression logical -> children.addAll(List.of(logical.left(), logical.right()));
            case ConditionalExpression conditional ->
                children.addAll(List.of(conditional.test(), conditional.consequent(), conditional.alternate()));
            case ArrayExpression array -> children.addAll(array.elements());
            case ObjectExpression object -> {
                for (Property property : object.properties()) {
                    children.add(property.value());
                }
            }
        }
    }
}
