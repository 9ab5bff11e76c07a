package org.sheliak.runtime.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.FunctionLibrary;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;

/// Compiles an expression for the columns of one table, where all of its types are known. What cannot be typed gives no
/// vector, and the expression is then evaluated row by row: the two never differ.
final class VectorCompiler {
    private final Table table;
    private final EvaluationScope scope;
    private final Map<String, Optional<TypedVector>> columns = new HashMap<>();

    /// @param scope sees signals and data sets, and stands on no row
    VectorCompiler(Table table, EvaluationScope scope) {
        this.table = table;
        this.scope = scope;
    }

    Table table() {
        return table;
    }

    EvaluationScope scope() {
        return scope;
    }

    /// The expression's values.
    Optional<TypedVector> compile(Expression node) {
        Dependencies dependencies = Dependencies.of(node);
        if (!dependencies.isDeterministic()) {
            return Optional.empty();
        }
        if (dependencies.fields().isEmpty() && !dependencies.isRow()) {
            return constantVector(node);
        }
        Optional<TypedVector> typed = compileNode(node);
        return typed.isPresent() ? typed : byDictionary(node, dependencies);
    }

    /// The truth of the expression's values.
    Optional<BooleanVector> compileTruth(Expression node) {
        if (node instanceof LogicalExpression logical) {
            Optional<BooleanVector> left = compileTruth(logical.left());
            Optional<BooleanVector> right = left.isEmpty() ? left : compileTruth(logical.right());
            return right.map(truth -> logical.operator().equals("&&")
                    ? ConditionVectors.and(left.orElseThrow(), truth)
                    : ConditionVectors.or(left.orElseThrow(), truth));
        }
        if (node instanceof UnaryExpression unary && unary.operator().equals("!")) {
            return compileTruth(unary.argument()).map(ConditionVectors::not);
        }
        Optional<Constant> constant = constant(node);
        return constant.isPresent()
                ? Optional.of(
                        ColumnVectors.constant(Coercion.toBoolean(constant.get().value())))
                : compile(node).map(ConditionVectors::truth);
    }

    private Optional<TypedVector> compileNode(Expression node) {
        return switch (node) {
            case MemberExpression member -> member(member);
            case UnaryExpression unary -> unary(unary);
            case BinaryExpression binary -> binary(binary);
            case LogicalExpression logical -> logical(logical);
            case ConditionalExpression conditional ->
                choose(conditional.test(), conditional.consequent(), conditional.alternate());
            case CallExpression call
            when call.callee().equals(FunctionLibrary.IF) ->
                choose(
                        call.arguments().get(0),
                        call.arguments().get(1),
                        call.arguments().get(2));
            case CallExpression call -> new CallVectors(this).compile(call);
            default -> Optional.empty();
        };
    }

    private Optional<TypedVector> member(MemberExpression member) {
        String name = RowCompiler.memberName(member);
        boolean isField = member.object() instanceof Expression.Identifier identifier
                && identifier.name().equals(RowCompiler.DATUM);
        return isField && name != null ? column(name) : Optional.empty();
    }

    private Optional<TypedVector> column(String name) {
        Column column = table.column(name);
        return column == null ? Optional.empty() : columns.computeIfAbsent(name, _ -> ColumnVectors.of(column));
    }

    private Optional<TypedVector> unary(UnaryExpression unary) {
        if (unary.operator().equals("!")) {
            return compileTruth(unary).map(truth -> truth);
        }
        return numbers(unary.argument()).map(argument -> switch (unary.operator()) {
            case "-" -> ArithmeticVectors.map(value -> -value, argument);
            case "~" -> ArithmeticVectors.map(value -> (double) ~Coercion.toInt32(value), argument);
            default -> argument;
        });
    }

    private Optional<TypedVector> binary(BinaryExpression binary) {
        return switch (binary.operator()) {
            case "==", "===", "!=", "!==" -> equality(binary);
            case "<", "<=", ">", ">=" -> {
                Optional<NumberVector> left = numbers(binary.left());
                Optional<NumberVector> right = left.isEmpty() ? left : numbers(binary.right());
                yield right.map(value -> ConditionVectors.compare(binary.operator(), left.orElseThrow(), value));
            }
            case "in", "instanceof" -> Optional.empty();
            default -> {
                boolean isPlus = binary.operator().equals("+");
                Optional<NumberVector> left = isPlus ? addends(binary.left()) : numbers(binary.left());
                Optional<NumberVector> right =
                        left.isEmpty() ? left : isPlus ? addends(binary.right()) : numbers(binary.right());
                yield right.map(value -> ArithmeticVectors.binary(binary.operator(), left.orElseThrow(), value));
            }
        };
    }

    /// The values as numbers, as `Number(value)` makes them: strings are left to the rows.
    Optional<NumberVector> numbers(Expression node) {
        Optional<Constant> constant = constant(node);
        if (constant.isPresent()) {
            Object value = constant.get().value();
            return value instanceof String || (Coercion.isObject(value) && !(value instanceof DateValue))
                    ? Optional.empty()
                    : Optional.of(ColumnVectors.constant(Coercion.toNumber(value)));
        }
        return compile(node).filter(vector -> !(vector instanceof StringVector)).map(ArithmeticVectors::asNumbers);
    }

    /// The values as numbers, if `+` adds them up: it joins dates as text.
    private Optional<NumberVector> addends(Expression node) {
        Optional<Constant> constant = constant(node);
        boolean isDate = constant.isPresent()
                ? constant.get().value() instanceof DateValue
                : compile(node).filter(VectorCompiler::isDate).isPresent();
        return isDate ? Optional.empty() : numbers(node);
    }

    private static boolean isDate(TypedVector vector) {
        return vector instanceof NumberVector numbers && numbers.isDate;
    }

    private Optional<TypedVector> equality(BinaryExpression binary) {
        if (isNull(binary.left()) || isNull(binary.right())) {
            return compile(isNull(binary.left()) ? binary.right() : binary.left())
                    .map(ConditionVectors::isNull)
                    .map(equal -> negatedIf(binary, equal));
        }
        Optional<TypedVector> left = compile(binary.left());
        Optional<TypedVector> right = left.isEmpty() ? left : compile(binary.right());
        if (right.isEmpty()
                || !areComparable(
                        left.orElseThrow(), right.get(), binary.operator().length() == 3)) {
            return Optional.empty();
        }
        TypedVector first = left.orElseThrow();
        TypedVector second = right.get();
        BooleanVector equal = ConditionVectors.equal(
                first, ArithmeticVectors.asNumbers(first), second, ArithmeticVectors.asNumbers(second));
        return Optional.of(negatedIf(binary, equal));
    }

    private static BooleanVector negatedIf(BinaryExpression binary, BooleanVector equal) {
        return binary.operator().startsWith("!") ? ConditionVectors.not(equal) : equal;
    }

    /// Dates are equal only to themselves, and strings may have different dictionaries: both are left to the rows.
    private static boolean areComparable(TypedVector left, TypedVector right, boolean isStrict) {
        boolean areNumbers =
                !(left instanceof StringVector) && !(right instanceof StringVector) && !isDate(left) && !isDate(right);
        return areNumbers && (!isStrict || left.getClass() == right.getClass());
    }

    private Optional<TypedVector> logical(LogicalExpression logical) {
        boolean isAnd = logical.operator().equals("&&");
        Optional<Constant> constant = constant(logical.left());
        if (constant.isPresent()) {
            boolean isTrue = Coercion.toBoolean(constant.get().value());
            return compile(isTrue == isAnd ? logical.right() : logical.left());
        }
        Optional<TypedVector> left = compile(logical.left());
        Optional<TypedVector> right = left.isEmpty() ? left : compile(logical.right());
        return right.filter(vector -> isSameType(vector, left.orElseThrow())).map(vector -> {
            TypedVector first = left.orElseThrow();
            BooleanVector truth = ConditionVectors.truth(first);
            return isAnd ? ChoiceVectors.choose(truth, vector, first) : ChoiceVectors.choose(truth, first, vector);
        });
    }

    private Optional<TypedVector> choose(Expression test, Expression consequent, Expression alternate) {
        Optional<Constant> constant = constant(test);
        if (constant.isPresent()) {
            return compile(Coercion.toBoolean(constant.get().value()) ? consequent : alternate);
        }
        Optional<BooleanVector> truth = compileTruth(test);
        Optional<TypedVector> first = truth.isEmpty() ? Optional.empty() : branch(consequent, alternate);
        Optional<TypedVector> second = first.isEmpty() ? first : branch(alternate, consequent);
        return second.filter(vector -> isSameType(vector, first.orElseThrow()))
                .map(vector -> ChoiceVectors.choose(truth.orElseThrow(), first.orElseThrow(), vector));
    }

    /// One branch of a choice; a null takes the type of the other one.
    private Optional<TypedVector> branch(Expression node, Expression other) {
        return isNull(node) ? compile(other).map(ChoiceVectors::nullsLike) : compile(node);
    }

    private static boolean isSameType(TypedVector left, TypedVector right) {
        return left.getClass() == right.getClass() && isDate(left) == isDate(right);
    }

    private boolean isNull(Expression node) {
        Optional<Constant> constant = constant(node);
        return constant.isPresent() && constant.get().value() == null;
    }

    /// The value of an expression that is the same for all rows.
    record Constant(@Nullable Object value) {}

    /// The value of an expression that depends on no row. None when it fails, which the rows will say.
    Optional<Constant> constant(Expression node) {
        Dependencies dependencies = Dependencies.of(node);
        if (!dependencies.isDeterministic()
                || dependencies.isRow()
                || !dependencies.fields().isEmpty()) {
            return Optional.empty();
        }
        return attempt(() -> new Constant(ExpressionCompiler.compile(node).evaluate(scope)));
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run();
    }

    /// Nothing where JavaScript throws an error.
    private static <T> Optional<T> attempt(Attempt<T> step) {
        try {
            return Optional.of(step.run());
        } catch (SheliakException error) {
            if (error.code() == ErrorCode.CANCELLED || error.code() == ErrorCode.RESOURCE_LIMIT) {
                throw error;
            }
            return Optional.empty();
        }
    }

    private Optional<TypedVector> constantVector(Expression node) {
        return constant(node).flatMap(value -> switch (value.value()) {
            case Double number -> Optional.of(ColumnVectors.constant(number));
            case Boolean bool -> Optional.of(ColumnVectors.constant(bool));
            case DateValue date -> Optional.of(ColumnVectors.constantDate(date.epochMillis()));
            case String text -> Optional.of(new StringVector(false, List.of(text)));
            case null, default -> Optional.empty();
        });
    }

    /// An expression of a single column of strings, computed for each string of its dictionary.
    private Optional<TypedVector> byDictionary(Expression node, Dependencies dependencies) {
        if (dependencies.isRow() || dependencies.fields().size() != 1) {
            return Optional.empty();
        }
        String field = dependencies.fields().iterator().next();
        if (!(table.column(field) instanceof StringColumn strings)
                || strings.dictionary().size() > table.rowCount()) {
            return Optional.empty();
        }
        boolean hasNull = strings.validity().nullCount() > 0;
        return attempt(() -> byDictionary(node, field, strings.dictionary(), hasNull))
                .flatMap(results ->
                        DictionaryVectors.of((StringVector) column(field).orElseThrow(), results));
    }

    private List<@Nullable Object> byDictionary(
            Expression node, String field, List<String> dictionary, boolean hasNull) {
        RowEvaluator evaluator = RowCompiler.compile(node);
        List<@Nullable Object> results = new ArrayList<>(dictionary.size() + 1);
        try (Table distinct = DistinctStrings.table(
                field, dictionary, hasNull, scope.context().allocator())) {
            RowView view = new RowView(distinct);
            EvaluationScope rows = new EvaluationScope(scope.context(), scope.random());
            for (int row = 0; row < distinct.rowCount(); row++) {
                rows.moveTo(view.at(row));
                results.add(evaluator.evaluate(rows));
            }
        }
        return results;
    }
}
