package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
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
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.LiteralValue.StringValue;

/// The columns of rows that are read through the items that draw them, as in `datum.datum.a`.
///
/// @param hops how many items stand before the row: each has the next one, at last the row, as its `datum`
record ItemColumns(int hops) {

    /// The columns that a field reference such as `datum.a` reads.
    ColumnUsage ofField(String field) {
        List<String> path = FieldNames.segments(field);
        return path.isEmpty() ? ColumnUsage.ALL : ofPath(path);
    }

    /// The columns that an expression reads, in which `datum` is the first item.
    ColumnUsage ofExpression(String expression) {
        Set<List<String>> paths = new LinkedHashSet<>();
        try {
            collect(ExpressionParser.parse(expression), paths);
        } catch (SheliakException unparseable) {
            return ColumnUsage.ALL;
        }
        ColumnUsage columns = ColumnUsage.NONE;
        for (List<String> path : paths) {
            columns = columns.plus(ofPath(path));
        }
        return columns;
    }

    /// Of an item, what is not its datum is no column.
    private ColumnUsage ofPath(List<String> path) {
        for (int i = 0; i < hops; i++) {
            if (i == path.size()) {
                return ColumnUsage.ALL;
            }
            if (!path.get(i).equals("datum")) {
                return ColumnUsage.NONE;
            }
        }
        return path.size() == hops ? ColumnUsage.ALL : ColumnUsage.of(path.get(hops));
    }

    private static void collect(Expression expression, Set<List<String>> paths) {
        List<String> path = path(expression);
        if (path != null) {
            paths.add(path);
            return;
        }
        switch (expression) {
            case Literal ignored -> {}
            case Identifier identifier -> {
                if (!identifier.name().equals("datum") && ExpressionNames.CONTEXT.contains(identifier.name())) {
                    paths.add(List.of());
                }
            }
            case MemberExpression member -> {
                collect(member.object(), paths);
                if (member.computed()) {
                    collect(member.property(), paths);
                }
            }
            case CallExpression call -> call.arguments().forEach(argument -> collect(argument, paths));
            case UnaryExpression unary -> collect(unary.argument(), paths);
            case BinaryExpression binary -> {
                collect(binary.left(), paths);
                collect(binary.right(), paths);
            }
            case LogicalExpression logical -> {
                collect(logical.left(), paths);
                collect(logical.right(), paths);
            }
            case ConditionalExpression conditional -> {
                collect(conditional.test(), paths);
                collect(conditional.consequent(), paths);
                collect(conditional.alternate(), paths);
            }
            case ArrayExpression array -> array.elements().forEach(element -> collect(element, paths));
            case ObjectExpression object -> {
                for (Property property : object.properties()) {
                    collect(property.value(), paths);
                }
            }
        }
    }

    /// The names behind `datum` in a chain of members such as `datum.a["b"]`, or `null` for another expression.
    private static @Nullable List<String> path(Expression expression) {
        if (expression instanceof Identifier(String name, int start)) {
            return name.equals("datum") ? List.of() : null;
        }
        if (!(expression instanceof MemberExpression member)) {
            return null;
        }
        List<String> outer = path(member.object());
        String name = name(member);
        if (outer == null || name == null) {
            return null;
        }
        List<String> path = new ArrayList<>(outer);
        path.add(name);
        return path;
    }

    private static @Nullable String name(MemberExpression member) {
        return switch (member.property()) {
            case Identifier(String name, int start) when !member.computed() -> name;
            case Literal(StringValue(String name), int start) -> name;
            default -> null;
        };
    }
}
