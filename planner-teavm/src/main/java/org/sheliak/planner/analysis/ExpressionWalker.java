package org.sheliak.planner.analysis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.sheliak.planner.expression.LiteralValue.NullValue;
import org.sheliak.planner.expression.LiteralValue.NumberValue;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.planner.json.Numbers;

/// Walks an expression and notes what it refers to.
///
/// Source: the visitors of vega-functions/src/visitors.js and vega-selections/src/selectionVisitor.js @ v6.4.0.
final class ExpressionWalker {
    /// How the value of a sub-expression is used: for itself, or only for being there.
    private enum Use {
        VALUE,
        PRESENCE
    }

    private static final String DATUM = "datum";
    private static final String PARENT = "parent";
    private static final List<String> SCALE_FUNCTIONS = List.of(
            "scale",
            "invert",
            "domain",
            "range",
            "bandwidth",
            "copy",
            "gradient",
            "geoArea",
            "geoBounds",
            "geoCentroid",
            "geoShape",
            "geoScale",
            "geoTranslate");
    private static final List<String> PRESENCE_FUNCTIONS =
            List.of("isTuple", "isObject", "isDefined", "isValid", "isArray", "toBoolean", "length", "inScope");

    private final Set<String> signals = new LinkedHashSet<>();
    private final Map<String, ColumnUsage> rows = new LinkedHashMap<>();
    private final Set<String> selections = new LinkedHashSet<>();
    private final Set<String> changedData = new LinkedHashSet<>();
    private final Set<String> scales = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<String> context = new LinkedHashSet<>();
    private ColumnUsage datum = ColumnUsage.NONE;
    private ColumnUsage parent = ColumnUsage.NONE;
    private boolean anyScale;

    private ExpressionWalker() {}

    static ExpressionReferences walk(Expression expression) {
        ExpressionWalker walker = new ExpressionWalker();
        walker.visit(expression, Use.VALUE);
        return new ExpressionReferences(
                walker.signals,
                walker.rows,
                walker.selections,
                walker.changedData,
                walker.scales,
                walker.anyScale,
                walker.functions,
                walker.context,
                walker.datum,
                walker.parent);
    }

    private void visit(Expression expression, Use use) {
        switch (expression) {
            case Literal ignored -> {}
            case Identifier identifier -> visitName(identifier.name(), use);
            case MemberExpression member -> visitMember(member);
            case CallExpression call -> visitCall(call, use);
            case UnaryExpression unary ->
                visit(unary.argument(), unary.operator().equals("!") ? Use.PRESENCE : use);
            case BinaryExpression binary -> visitBinary(binary);
            case LogicalExpression logical -> {
                visit(logical.left(), logical.operator().equals("&&") ? Use.PRESENCE : use);
                visit(logical.right(), use);
            }
            case ConditionalExpression conditional -> {
                visit(conditional.test(), Use.PRESENCE);
                visit(conditional.consequent(), use);
                visit(conditional.alternate(), use);
            }
            case ArrayExpression array -> visitAll(array.elements(), Use.VALUE);
            case ObjectExpression object -> {
                for (Property property : object.properties()) {
                    visit(property.value(), Use.VALUE);
                }
            }
        }
    }

    private void visitAll(List<Expression> expressions, Use use) {
        for (Expression expression : expressions) {
            visit(expression, use);
        }
    }

    private void visitName(String name, Use use) {
        if (ExpressionNames.CONSTANTS.contains(name)) {
            return;
        }
        if (ExpressionNames.CONTEXT.contains(name)) {
            context.add(name);
        } else {
            signals.add(name);
        }
        if (use == Use.VALUE && (name.equals(DATUM) || name.equals(PARENT))) {
            read(new Row(name, false), ColumnUsage.ALL);
        }
    }

    private void visitBinary(BinaryExpression binary) {
        visit(binary.left(), isNull(binary.right()) ? Use.PRESENCE : Use.VALUE);
        visit(binary.right(), isNull(binary.left()) ? Use.PRESENCE : Use.VALUE);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal(NullValue ignored, int start);
    }

    private void visitMember(MemberExpression member) {
        Row row = rowOf(member.object());
        String data = dataName(member.object());
        if (row != null) {
            String column = staticName(member);
            read(row, column == null ? ColumnUsage.ALL : ColumnUsage.of(column));
            visitRow(member.object());
        } else if (data != null && "length".equals(staticName(member))) {
            functions.add("data");
            readData(data, ColumnUsage.NONE);
        } else {
            visit(member.object(), Use.VALUE);
        }
        if (member.computed()) {
            visit(member.property(), Use.VALUE);
        }
    }

    /// A row that a sub-expression stands for: of the context (`datum`, `parent`) or of a data set.
    private record Row(String name, boolean isOfData) {}

    private @Nullable Row rowOf(Expression expression) {
        return switch (expression) {
            case Identifier(String name, int start)
            when name.equals(DATUM) || name.equals(PARENT) -> new Row(name, false);
            case MemberExpression member -> rowOf(member);
            case LogicalExpression(String operator, Expression left, Expression right, int start)
            when operator.equals("||") && right instanceof ObjectExpression -> rowOf(left);
            case ConditionalExpression conditional -> {
                Row consequent = rowOf(conditional.consequent());
                yield consequent != null && consequent.equals(rowOf(conditional.alternate())) ? consequent : null;
            }
            default -> null;
        };
    }

    private @Nullable Row rowOf(MemberExpression member) {
        String data = dataName(member.object());
        if (member.computed() && data != null && !isText(member.property())) {
            return new Row(data, true);
        }
        if (!DATUM.equals(staticName(member))) {
            return null;
        }
        Row outer = rowOf(member.object());
        boolean isDatum = outer == null ? isItem(member.object()) : outer.name().equals(DATUM);
        return isDatum ? new Row(DATUM, false) : null;
    }

    private static boolean isItem(Expression expression) {
        return switch (expression) {
            case Identifier(String name, int start) -> name.equals("item");
            case CallExpression(String callee, List<Expression> arguments, int start) -> callee.equals("item");
            case MemberExpression member -> "item".equals(staticName(member));
            default -> false;
        };
    }

    /// Visits what surrounds a row whose own columns have been noted.
    private void visitRow(Expression expression) {
        switch (expression) {
            case MemberExpression member -> {
                if (dataName(member.object()) != null) {
                    functions.add("data");
                    visit(member.property(), Use.VALUE);
                } else {
                    visitMember(member);
                }
            }
            case LogicalExpression logical -> {
                visitRow(logical.left());
                visit(logical.right(), Use.VALUE);
            }
            case ConditionalExpression conditional -> {
                visit(conditional.test(), Use.PRESENCE);
                visitRow(conditional.consequent());
                visitRow(conditional.alternate());
            }
            default -> visit(expression, Use.PRESENCE);
        }
    }

    private void visitCall(CallExpression call, Use use) {
        functions.add(call.callee());
        List<Expression> arguments = call.arguments();
        String first = arguments.isEmpty() ? null : text(arguments.getFirst());
        switch (call.callee()) {
            case "data", "treePath", "treeAncestors" -> {
                if (first != null) {
                    readData(first, use == Use.PRESENCE ? ColumnUsage.NONE : ColumnUsage.ALL);
                }
            }
            case "indata" -> {
                String column = arguments.size() > 1 ? text(arguments.get(1)) : null;
                if (first != null) {
                    readData(first, column == null ? ColumnUsage.ALL : FieldNames.usage(column));
                }
            }
            case "vlSelectionTest", "vlSelectionIdTest", "vlSelectionResolve" -> {
                visitSelection(call, first);
                return;
            }
            case "modify", "setdata" -> {
                if (first != null) {
                    changedData.add(first);
                }
            }
            case "pluck" -> {
                if (visitPluck(arguments)) {
                    return;
                }
            }
            default -> visitScaleName(call, first);
        }
        Use argumentUse = PRESENCE_FUNCTIONS.contains(call.callee()) ? Use.PRESENCE : Use.VALUE;
        visitAll(arguments, argumentUse);
    }

    private void visitScaleName(CallExpression call, @Nullable String first) {
        if (!SCALE_FUNCTIONS.contains(call.callee())) {
            return;
        }
        boolean isOfGroup = call.arguments().size() > parameters(call.callee());
        if (first == null || isOfGroup) {
            anyScale = true;
        } else {
            scales.add(first);
        }
    }

    /// How many arguments a function of scales has before the one that names the group in which to look for the scale.
    private static int parameters(String function) {
        return switch (function) {
            case "domain", "range", "bandwidth", "copy", "geoScale", "geoTranslate" -> 1;
            case "gradient" -> 4;
            default -> 2;
        };
    }

    private void visitSelection(CallExpression call, @Nullable String store) {
        if (store != null) {
            readData(store, ColumnUsage.ALL);
        }
        boolean testsRow = !call.callee().equals("vlSelectionResolve");
        for (Expression argument : call.arguments()) {
            Row row = testsRow ? rowOf(argument) : null;
            if (row != null && !row.isOfData() && store != null) {
                if (call.callee().equals("vlSelectionIdTest")) {
                    read(row, ColumnUsage.of("_vgsid_"));
                } else {
                    selections.add(store);
                }
                visitRow(argument);
            } else {
                visit(argument, Use.VALUE);
            }
        }
    }

    private boolean visitPluck(List<Expression> arguments) {
        String data = arguments.isEmpty() ? null : dataName(arguments.getFirst());
        String column = arguments.size() > 1 ? text(arguments.get(1)) : null;
        if (data == null || column == null) {
            return false;
        }
        functions.add("data");
        readData(data, FieldNames.usage(column));
        return true;
    }

    private void read(Row row, ColumnUsage columns) {
        if (row.isOfData()) {
            readData(row.name(), columns);
        } else if (row.name().equals(DATUM)) {
            datum = datum.plus(columns);
        } else {
            parent = parent.plus(columns);
        }
    }

    private void readData(String name, ColumnUsage columns) {
        rows.merge(name, columns, ColumnUsage::plus);
    }

    /// The literal name in `data("name")`, or `null`.
    private static @Nullable String dataName(Expression expression) {
        return expression instanceof CallExpression(String callee, List<Expression> arguments, int start)
                        && callee.equals("data")
                        && !arguments.isEmpty()
                ? text(arguments.getFirst())
                : null;
    }

    private static @Nullable String staticName(MemberExpression member) {
        if (!member.computed()) {
            return member.property() instanceof Identifier(String name, int start) ? name : null;
        }
        return switch (member.property()) {
            case Literal(StringValue(String name), int start) -> name;
            case Literal(NumberValue(double value), int start) -> Numbers.text(value);
            default -> null;
        };
    }

    private static @Nullable String text(Expression expression) {
        return expression instanceof Literal(StringValue(String value), int start) ? value : null;
    }

    private static boolean isText(Expression expression) {
        return text(expression) != null;
    }
}
