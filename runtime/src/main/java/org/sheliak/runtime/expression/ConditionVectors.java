package org.sheliak.runtime.expression;

import java.util.function.DoublePredicate;

/// Comparisons and logic on whole batches.
final class ConditionVectors {
    private ConditionVectors() {}

    /// `Boolean(value)` of each value; never null.
    static BooleanVector truth(TypedVector vector) {
        BooleanVector result = new BooleanVector(false);
        switch (vector) {
            case BooleanVector booleans -> {
                if (!booleans.isNullable) {
                    return booleans;
                }
                // A null is stored as false already.
                result.by((from, count) -> {
                    booleans.load(from, count);
                    System.arraycopy(booleans.values, 0, result.values, 0, count);
                });
            }
            case NumberVector numbers
            when numbers.isDate ->
                result.by((from, count) -> {
                    numbers.load(from, count);
                    for (int i = 0; i < count; i++) {
                        result.values[i] = !numbers.isNull(i);
                    }
                });
            case NumberVector numbers ->
                result.by((from, count) -> {
                    numbers.load(from, count);
                    for (int i = 0; i < count; i++) {
                        double value = numbers.values[i];
                        result.values[i] = value < 0 || value > 0;
                    }
                });
            case StringVector strings ->
                result.by((from, count) -> {
                    strings.load(from, count);
                    for (int i = 0; i < count; i++) {
                        result.values[i] = !strings.isNull(i)
                                && !strings.dictionary.get(strings.codes[i]).isEmpty();
                    }
                });
        }
        return result;
    }

    static BooleanVector not(BooleanVector argument) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            argument.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = !argument.values[i];
            }
        });
        return result;
    }

    /// Both; the right side is not computed for a batch without a true on the left.
    static BooleanVector and(BooleanVector left, BooleanVector right) {
        return combine(left, right, true);
    }

    /// Either; the right side is not computed for a batch that is all true on the left.
    static BooleanVector or(BooleanVector left, BooleanVector right) {
        return combine(left, right, false);
    }

    private static BooleanVector combine(BooleanVector left, BooleanVector right, boolean isAnd) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            left.load(from, count);
            System.arraycopy(left.values, 0, result.values, 0, count);
            boolean isOpen = false;
            for (int i = 0; i < count; i++) {
                isOpen |= result.values[i] == isAnd;
            }
            if (isOpen) {
                right.load(from, count);
                for (int i = 0; i < count; i++) {
                    result.values[i] =
                            isAnd ? result.values[i] && right.values[i] : result.values[i] || right.values[i];
                }
            }
        });
        return result;
    }

    /// `left operator right` for `<`, `<=`, `>` or `>=`.
    static BooleanVector compare(String operator, NumberVector left, NumberVector right) {
        return switch (operator) {
            case "<" -> less(left, right);
            case "<=" -> lessOrEqual(left, right);
            case ">" -> less(right, left);
            case ">=" -> lessOrEqual(right, left);
            default -> throw new IllegalArgumentException("comparison " + operator);
        };
    }

    private static BooleanVector less(NumberVector low, NumberVector high) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            low.load(from, count);
            high.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = low.values[i] < high.values[i];
            }
        });
        return result;
    }

    private static BooleanVector lessOrEqual(NumberVector low, NumberVector high) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            low.load(from, count);
            high.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = low.values[i] <= high.values[i];
            }
        });
        return result;
    }

    /// Equality of numbers, where null is equal to null only.
    ///
    /// @param left the operand as it is, which says where nulls are
    /// @param leftNumbers the same as numbers
    static BooleanVector equal(
            TypedVector left, NumberVector leftNumbers, TypedVector right, NumberVector rightNumbers) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            left.load(from, count);
            right.load(from, count);
            leftNumbers.load(from, count);
            rightNumbers.load(from, count);
            for (int i = 0; i < count; i++) {
                boolean leftNull = left.isNull(i);
                boolean rightNull = right.isNull(i);
                result.values[i] =
                        leftNull == rightNull && (leftNull || leftNumbers.values[i] == rightNumbers.values[i]);
            }
        });
        return result;
    }

    static BooleanVector isNull(TypedVector argument) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            argument.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = argument.isNull(i);
            }
        });
        return result;
    }

    /// Whether a value is there and passes.
    static BooleanVector test(NumberVector argument, DoublePredicate predicate) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            argument.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = !argument.isNull(i) && predicate.test(argument.values[i]);
            }
        });
        return result;
    }
}
