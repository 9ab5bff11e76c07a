package org.sheliak.runtime.fusion;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.fusion.ConstantExpressions.Constant;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.value.Coercion;

/// Reads a filter's expression as ranges of numeric columns: comparisons of `datum.field` with constants, tests of
/// validity, interval selections, joined by `&&`, and `||` where one side is constant. What reads as nothing of the
/// kind is left to [CodeConditions], and to [JoinedGroups], whose comparisons have other bounds for each group.
///
/// Where JavaScript compares, null counts as 0, and NaN compares as false.
final class RangeConditions {
    private final RowFields fields;
    private final EvaluationContext context;
    private final CodeConditions codes;
    private final ConstantExpressions constants;
    private final SelectionRanges selections;

    RangeConditions(RowFields fields, EvaluationContext context) {
        this.fields = fields;
        this.context = context;
        this.codes = new CodeConditions(fields, context);
        this.constants = new ConstantExpressions(context);
        this.selections = new SelectionRanges(fields, context);
    }

    /// The rows for which the expression is true to JavaScript; empty when ranges cannot tell.
    Optional<Conjunction> read(String source) {
        try {
            return read(ExpressionCompiler.parse(source));
        } catch (SheliakException error) {
            // Whoever evaluates the expression says it, with its place.
            return Optional.empty();
        }
    }

    private Optional<Conjunction> read(Expression expression) {
        Optional<Constant> constant = constants.value(expression);
        if (constant.isPresent()) {
            return Optional.of(Conjunction.of(isTrue(constant.get())));
        }
        if (expression instanceof LogicalExpression both && both.operator().equals("&&")) {
            return read(both.left()).flatMap(left -> read(both.right()).map(left::and));
        }
        return ranges(expression).or(() -> codes.read(expression)).or(() -> groups(expression));
    }

    private Optional<Conjunction> groups(Expression expression) {
        for (JoinedGroups join : fields.joins()) {
            Optional<Conjunction> read = join.condition(expression, context)
                    .or(() -> expression instanceof BinaryExpression comparison
                            ? compare(comparison, join)
                            : Optional.empty());
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private Optional<Conjunction> compare(BinaryExpression comparison, JoinedGroups join) {
        String operator = comparison.operator();
        return column(comparison.left())
                .flatMap(left -> join.comparison(left, operator, comparison.right(), context))
                .or(() -> column(comparison.right())
                        .flatMap(right ->
                                join.comparison(right, Comparisons.mirrored(operator), comparison.left(), context)));
    }

    private Optional<Conjunction> ranges(Expression expression) {
        return switch (expression) {
            case LogicalExpression logical -> either(logical);
            case BinaryExpression comparison -> compare(comparison);
            case CallExpression call -> call(call);
            default -> Optional.empty();
        };
    }

    private Optional<Conjunction> either(LogicalExpression or) {
        Optional<Constant> left = constants.value(or.left());
        if (left.isPresent()) {
            return isTrue(left.get()) ? Optional.of(Conjunction.ALWAYS) : read(or.right());
        }
        Optional<Constant> right = constants.value(or.right());
        if (right.isEmpty()) {
            return Optional.empty();
        }
        return isTrue(right.get()) ? read(or.left()).map(ignored -> Conjunction.ALWAYS) : read(or.left());
    }

    private static boolean isTrue(Constant constant) {
        return Coercion.toBoolean(constant.value());
    }

    private Optional<Conjunction> compare(BinaryExpression comparison) {
        Optional<NumericColumn> left = column(comparison.left());
        if (left.isPresent()) {
            return constants
                    .value(comparison.right())
                    .flatMap(bound -> Comparisons.range(comparison.operator(), bound.value(), left.get()))
                    .map(range -> filter(left.get(), range));
        }
        return column(comparison.right())
                .flatMap(right -> constants
                        .value(comparison.left())
                        .flatMap(bound ->
                                Comparisons.range(Comparisons.mirrored(comparison.operator()), bound.value(), right))
                        .map(range -> filter(right, range)));
    }

    private Optional<Conjunction> call(CallExpression call) {
        List<Expression> arguments = call.arguments();
        Optional<Expression> first = arguments.stream().findFirst();
        return switch (call.callee()) {
            case "isValid" -> first.flatMap(this::validity);
            case "isFinite" -> first.flatMap(this::finiteness);
            case "inrange" -> arguments.size() == 2 ? inRange(arguments.get(0), arguments.get(1)) : Optional.empty();
            case "vlSelectionTest" -> selections.read(arguments);
            default -> Optional.empty();
        };
    }

    /// An invalid date is valid, as it is an object.
    private Optional<Conjunction> validity(Expression argument) {
        return field(argument).flatMap(this::numericColumn).map(column -> {
            ValueRange notNull = ValueRange.ALL.withNull(false);
            return filter(column, column instanceof DateColumn ? notNull : notNull.withNaN(false));
        });
    }

    /// JavaScript's `Number.isFinite`: neither null nor a date is a number, but `+null` and `+date` are.
    private Optional<Conjunction> finiteness(Expression argument) {
        boolean isNumber = argument instanceof UnaryExpression;
        return column(argument).map(column -> {
            ValueRange finite = column instanceof DateColumn && !isNumber ? ValueRange.NONE : Comparisons.FINITE;
            return filter(column, finite.withNull(isNumber));
        });
    }

    private Optional<Conjunction> inRange(Expression value, Expression bounds) {
        return column(value)
                .flatMap(column -> constants
                        .value(bounds)
                        .flatMap(range -> Comparisons.inRange(range.value(), true, true))
                        .map(range -> filter(column, range)));
    }

    private static Conjunction filter(NumericColumn column, ValueRange range) {
        return Conjunction.of(new RangeFilter(column, range));
    }

    /// The column of `datum.field` or `+datum.field`, of which numbers are made either way.
    private Optional<NumericColumn> column(Expression expression) {
        return expression instanceof UnaryExpression(String operator, Expression argument, int start)
                        && operator.equals("+")
                ? field(argument).flatMap(this::numericColumn)
                : field(expression).flatMap(this::numericColumn);
    }

    private Optional<NumericColumn> numericColumn(String name) {
        return fields.column(name) instanceof NumericColumn column ? Optional.of(column) : Optional.empty();
    }

    private static Optional<String> field(Expression expression) {
        if (!(expression instanceof MemberExpression member)
                || !(member.object() instanceof Identifier object)
                || !object.name().equals("datum")) {
            return Optional.empty();
        }
        @Nullable
        String name = switch (member.property()) {
            case Identifier property when !member.computed() -> property.name();
            case Literal literal when literal.value() instanceof StringValue(String text) -> text;
            default -> null;
        };
        return Optional.ofNullable(name);
    }
}
