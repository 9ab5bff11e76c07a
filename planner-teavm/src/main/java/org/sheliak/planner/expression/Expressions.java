package org.sheliak.planner.expression;

import java.util.List;
import java.util.function.Consumer;
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

/// Ways through a syntax tree.
public final class Expressions {
    private Expressions() {}

    /// The nodes directly below a node that are evaluated, in the order of the source. The name after a dot is not
    /// among them, nor are a callee and the keys of an object.
    public static List<Expression> children(Expression node) {
        return switch (node) {
            case Literal ignored -> List.of();
            case Identifier ignored -> List.of();
            case MemberExpression member when !member.computed() -> List.of(member.object());
            case MemberExpression member -> List.of(member.object(), member.property());
            case CallExpression call -> call.arguments();
            case UnaryExpression unary -> List.of(unary.argument());
            case BinaryExpression binary -> List.of(binary.left(), binary.right());
            case LogicalExpression logical -> List.of(logical.left(), logical.right());
            case ConditionalExpression conditional ->
                List.of(conditional.test(), conditional.consequent(), conditional.alternate());
            case ArrayExpression array -> array.elements();
            case ObjectExpression object ->
                object.properties().stream().map(Property::value).toList();
        };
    }

    /// Visits a node and all evaluated nodes below it, each before its children.
    public static void walk(Expression node, Consumer<Expression> visitor) {
        visitor.accept(node);
        for (Expression child : children(node)) {
            walk(child, visitor);
        }
    }
}
