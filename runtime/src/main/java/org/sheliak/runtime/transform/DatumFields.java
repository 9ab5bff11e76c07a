package org.sheliak.runtime.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.planner.expression.LiteralValue.StringValue;

/// Lists the fields of `datum` that an expression names.
///
/// Source: vega-expression/src/codegen.js @ v6.4.0.
final class DatumFields {
    private final Set<String> fields = new LinkedHashSet<>();

    private DatumFields() {}

    /// The fields in the order of their first use.
    static List<String> of(Expression expression) {
        DatumFields found = new DatumFields();
        found.visit(expression);
        return List.copyOf(found.fields);
    }

    private void visit(Expression expression) {
        switch (expression) {
            case Literal _, Identifier _ -> {}
            case MemberExpression member -> visitMember(member);
            case CallExpression call -> call.arguments().forEach(this::visit);
            case UnaryExpression unary -> visit(unary.argument());
            case BinaryExpression binary -> {
                visit(binary.left());
                visit(binary.right());
            }
            case LogicalExpression logical -> {
                visit(logical.left());
                visit(logical.right());
            }
            case ConditionalExpression conditional -> {
                visit(conditional.test());
                visit(conditional.consequent());
                visit(conditional.alternate());
            }
            case ArrayExpression array -> array.elements().forEach(this::visit);
            case ObjectExpression object -> object.properties().forEach(property -> visit(property.value()));
        }
    }

    private void visitMember(MemberExpression member) {
        visit(member.object());
        boolean ofDatum = member.object() instanceof Identifier(String name, int _) && name.equals("datum");
        if (!member.computed()) {
            if (ofDatum && member.property() instanceof Identifier(String field, int _)) {
                fields.add(field);
            }
        } else if (ofDatum && member.property() instanceof Literal(StringValue(String field), int _)) {
            fields.add(field);
        } else {
            visit(member.property());
        }
    }
}
