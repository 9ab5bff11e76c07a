package org.sheliak.runtime.expression;

import java.util.HashSet;
import java.util.Set;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expressions;
import org.sheliak.runtime.expression.function.FunctionDefinition;
import org.sheliak.runtime.expression.function.FunctionLibrary;

/// What of a row the value of an expression depends on.
///
/// @param fields the fields that it names
/// @param isRow whether it uses the row as a whole, or fields that it does not name
/// @param isDeterministic whether the same row always gives the same value
record Dependencies(Set<String> fields, boolean isRow, boolean isDeterministic) {

    static Dependencies of(Expression expression) {
        Collector collector = new Collector();
        collector.visit(expression);
        return new Dependencies(Set.copyOf(collector.fields), collector.isRow, collector.isDeterministic);
    }

    private static final class Collector {
        private final Set<String> fields = new HashSet<>();
        private boolean isRow = false;
        private boolean isDeterministic = true;

        void visit(Expression node) {
            if (node instanceof MemberExpression member
                    && member.object() instanceof Identifier(String name, int _)
                    && name.equals(RowCompiler.DATUM)) {
                String field = RowCompiler.memberName(member);
                if (field != null) {
                    fields.add(field);
                    return;
                }
            }
            switch (node) {
                case Identifier(String name, int _) when name.equals(RowCompiler.DATUM) -> isRow = true;
                case CallExpression call -> isDeterministic &= isDeterministic(call);
                default -> {}
            }
            Expressions.children(node).forEach(this::visit);
        }

        private static boolean isDeterministic(CallExpression call) {
            FunctionDefinition function = FunctionLibrary.named(call.callee());
            boolean isGivenDate =
                    call.callee().equals("datetime") && !call.arguments().isEmpty();
            return function == null || function.isDeterministic() || isGivenDate;
        }
    }
}
