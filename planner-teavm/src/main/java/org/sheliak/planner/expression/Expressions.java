package org.sheliak.planner.expression;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /// The tree with other nodes in the place of some, each replaced together with all below it.
    ///
    /// @param replacement the node that takes the place of one, or `null` where it stays
    public static Expression replace(Expression node, Function<Expression, @Nullable Expression> replacement) {
        Expression other = replacement.apply(node);
        if (other != null) {
            return other;
        }
        return switch (node) {
            case Literal literal -> literal;
            case Identifier identifier -> identifier;
            case MemberExpression(Expression object, Expression property, boolean isComputed, int start) ->
                new MemberExpression(
                        replace(object, replacement),
                        isComputed ? replace(property, replacement) : property,
                        isComputed,
                        start);
            case CallExpression(String callee, List<Expression> arguments, int start) ->
                new CallExpression(callee, replaceAll(arguments, replacement), start);
            case UnaryExpression(String operator, Expression argument, int start) ->
                new UnaryExpression(operator, replace(argument, replacement), start);
            case BinaryExpression(String operator, Expression left, Expression right, int start) ->
                new BinaryExpression(operator, replace(left, replacement), replace(right, replacement), start);
            case LogicalExpression(String operator, Expression left, Expression right, int start) ->
                new LogicalExpression(operator, replace(left, replacement), replace(right, replacement), start);
            case ConditionalExpression(Expression test, Expression consequent, Expression alternate, int start) ->
                new ConditionalExpression(
                        replace(test, replacement),
                        replace(consequent, replacement),
                        replace(alternate, replacement),
                        start);
            case ArrayExpression(List<Expression> elements, int start) ->
                new ArrayExpression(replaceAll(elements, replacement), start);
            case ObjectExpression(List<Property> properties, int start) ->
                new ObjectExpression(
                        properties.stream()
                                .map(each -> new Property(each.key(), replace(each.value(), replacement), each.start()))
                                .toList(),
                        start);
        };
    }

    private static List<Expression> replaceAll(
            List<Expression> nodes, Function<Expression, @Nullable Expression> replacement) {
        return nodes.stream().map(node -> replace(node, replacement)).toList();
    }
}
