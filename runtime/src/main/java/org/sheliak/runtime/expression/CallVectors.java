package org.sheliak.runtime.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.runtime.expression.VectorCompiler.Constant;
import org.sheliak.runtime.expression.function.MathFunctions;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.LocalCalendar;

/// The functions that work on whole batches.
final class CallVectors {
    private final VectorCompiler compiler;

    CallVectors(VectorCompiler compiler) {
        this.compiler = compiler;
    }

    /// The values of a call, if its function works on batches of these types.
    Optional<TypedVector> compile(CallExpression call) {
        List<Expression> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        DoubleUnaryOperator unary = unary(call.callee());
        if (unary != null) {
            return compiler.numbers(arguments.getFirst()).map(vector -> ArithmeticVectors.map(unary, vector));
        }
        return switch (call.callee()) {
            case "isValid", "isNaN", "isFinite", "isNumber", "isDate", "isBoolean" -> typeTest(call);
            case "toNumber" -> compiler.compile(arguments.getFirst()).flatMap(CallVectors::toNumber);
            case "toDate" -> compiler.compile(arguments.getFirst()).filter(NumberVector.class::isInstance);
            case "pow", "atan2" -> arguments.size() < 2 ? Optional.empty() : binary(call);
            case "min", "max" -> fold(call);
            case "clamp" -> clamp(call);
            case "inrange" -> inrange(call);
            case "datetime", "utc" -> construct(call);
            case "vlSelectionTest" -> selectionTest(call);
            default ->
                compiler.numbers(arguments.getFirst())
                        .flatMap(vector -> DateVectors.part(
                                call.callee(), vector, compiler.scope().calendar()));
        };
    }

    private static @Nullable DoubleUnaryOperator unary(String function) {
        return switch (function) {
            case "abs" -> Math::abs;
            case "acos" -> StrictMath::acos;
            case "asin" -> StrictMath::asin;
            case "atan" -> StrictMath::atan;
            case "ceil" -> Math::ceil;
            case "cos" -> StrictMath::cos;
            case "exp" -> StrictMath::exp;
            case "floor" -> Math::floor;
            case "log" -> StrictMath::log;
            case "round" -> Operations::round;
            case "sin" -> StrictMath::sin;
            case "sqrt" -> Math::sqrt;
            case "tan" -> StrictMath::tan;
            default -> null;
        };
    }

    private Optional<TypedVector> typeTest(CallExpression call) {
        return compiler.compile(call.arguments().getFirst()).map(vector -> switch (vector) {
            case NumberVector numbers
            when numbers.isDate ->
                ConditionVectors.test(
                        numbers,
                        _ -> call.callee().equals("isValid") || call.callee().equals("isDate"));
            case NumberVector numbers ->
                ConditionVectors.test(
                        numbers,
                        switch (call.callee()) {
                            case "isValid" -> value -> !Double.isNaN(value);
                            case "isNaN" -> Double::isNaN;
                            case "isFinite" -> Double::isFinite;
                            case "isNumber" -> _ -> true;
                            default -> _ -> false;
                        });
            default -> {
                boolean isKnown = call.callee().equals("isValid")
                        || (vector instanceof BooleanVector && call.callee().equals("isBoolean"));
                yield isKnown ? ConditionVectors.not(ConditionVectors.isNull(vector)) : ColumnVectors.constant(false);
            }
        });
    }

    /// Numbers that keep their nulls.
    private static Optional<TypedVector> toNumber(TypedVector vector) {
        if (vector instanceof StringVector) {
            return Optional.empty();
        }
        NumberVector numbers = ArithmeticVectors.asNumbers(vector);
        if (!vector.isNullable) {
            return Optional.of(numbers);
        }
        NumberVector nullable = NumberVector.numbers(true);
        nullable.by((from, count) -> {
            vector.load(from, count);
            numbers.load(from, count);
            System.arraycopy(numbers.values, 0, nullable.values, 0, count);
            System.arraycopy(vector.nulls, 0, nullable.nulls, 0, count);
        });
        return Optional.of(nullable);
    }

    private Optional<List<NumberVector>> numbers(List<Expression> arguments) {
        List<NumberVector> vectors = new ArrayList<>();
        for (Expression argument : arguments) {
            Optional<NumberVector> vector = compiler.numbers(argument);
            if (vector.isEmpty()) {
                return Optional.empty();
            }
            vectors.add(vector.get());
        }
        return Optional.of(vectors);
    }

    private Optional<TypedVector> binary(CallExpression call) {
        return numbers(call.arguments().subList(0, 2))
                .map(vectors -> ArithmeticVectors.map(
                        call.callee().equals("pow") ? MathFunctions::pow : StrictMath::atan2,
                        vectors.get(0),
                        vectors.get(1)));
    }

    private Optional<TypedVector> fold(CallExpression call) {
        boolean isMin = call.callee().equals("min");
        return numbers(call.arguments())
                .flatMap(vectors -> vectors.stream()
                        .reduce((left, right) -> ArithmeticVectors.map(isMin ? Math::min : Math::max, left, right)));
    }

    private Optional<TypedVector> clamp(CallExpression call) {
        return numbers(call.arguments()).map(vectors -> {
            NumberVector below = ArithmeticVectors.map(Math::min, vectors.get(2), vectors.get(0));
            return ArithmeticVectors.map(Math::max, vectors.get(1), below);
        });
    }

    private Optional<TypedVector> inrange(CallExpression call) {
        List<Expression> arguments = call.arguments();
        Optional<Constant> range = arguments.size() < 2 ? Optional.empty() : compiler.constant(arguments.get(1));
        if (range.isEmpty()
                || !(range.get().value() instanceof List<?> list)
                || list.isEmpty()
                || !isNumeric(list.getFirst())
                || !isNumeric(list.getLast())) {
            return Optional.empty();
        }
        double first = Coercion.toNumber(list.getFirst());
        double last = Coercion.toNumber(list.getLast());
        double low = first > last ? last : first;
        double high = first > last ? first : last;
        Optional<Boolean> left = flag(arguments, 2);
        Optional<Boolean> right = flag(arguments, 3);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String lower = left.get() ? ">=" : ">";
        String upper = right.get() ? "<=" : "<";
        return compiler.numbers(arguments.getFirst())
                .map(value -> ConditionVectors.and(
                        ConditionVectors.compare(lower, value, ColumnVectors.constant(low)),
                        ConditionVectors.compare(upper, value, ColumnVectors.constant(high))));
    }

    private static boolean isNumeric(@Nullable Object value) {
        return value instanceof Double || value instanceof DateValue;
    }

    /// Whether an end of a range belongs to it: yes, where nothing is said.
    private Optional<Boolean> flag(List<Expression> arguments, int index) {
        return index >= arguments.size()
                ? Optional.of(true)
                : compiler.constant(arguments.get(index)).map(value -> Coercion.toBoolean(value.value()));
    }

    private Optional<TypedVector> construct(CallExpression call) {
        boolean isUtc = call.callee().equals("utc");
        int count = Math.min(call.arguments().size(), 7);
        Optional<List<NumberVector>> parts = numbers(call.arguments().subList(0, count));
        if (count == 1) {
            return isUtc ? Optional.empty() : parts.map(vectors -> DateVectors.dates(vectors.getFirst()));
        }
        return parts.map(vectors -> DateVectors.construct(
                vectors.toArray(NumberVector[]::new),
                isUtc ? LocalCalendar.UTC : compiler.scope().calendar(),
                isUtc ? NumberVector.numbers(false) : NumberVector.dates(false)));
    }

    private Optional<TypedVector> selectionTest(CallExpression call) {
        List<Expression> arguments = call.arguments();
        boolean isRow = arguments.size() > 1
                && arguments.get(1) instanceof Identifier identifier
                && identifier.name().equals(RowCompiler.DATUM);
        Optional<Constant> name = compiler.constant(arguments.getFirst());
        Optional<Constant> operation =
                arguments.size() > 2 ? compiler.constant(arguments.get(2)) : Optional.of(new Constant("union"));
        if (!isRow || operation.isEmpty() || name.isEmpty() || !(name.get().value() instanceof String text)) {
            return Optional.empty();
        }
        SelectionVectors vectors = new SelectionVectors(compiler.table(), compiler.scope());
        return Optional.of(vectors.test(
                compiler.scope().selection(text),
                "intersect".equals(operation.get().value())));
    }
}
