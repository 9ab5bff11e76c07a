package org.sheliak.runtime.expression;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.value.Coercion;

/// Arithmetic on whole batches. No result is null, for a null counts as zero.
final class ArithmeticVectors {
    private ArithmeticVectors() {}

    /// The vector as numbers: `true` is 1, and nulls are the zeros that they are stored as.
    static NumberVector asNumbers(TypedVector vector) {
        return switch (vector) {
            case NumberVector numbers when !numbers.isNullable && !numbers.isDate -> numbers;
            case NumberVector numbers -> {
                NumberVector copy = NumberVector.numbers(false);
                copy.by((from, count) -> {
                    numbers.load(from, count);
                    System.arraycopy(numbers.values, 0, copy.values, 0, count);
                });
                yield copy;
            }
            case BooleanVector booleans -> {
                NumberVector copy = NumberVector.numbers(false);
                copy.by((from, count) -> {
                    booleans.load(from, count);
                    for (int i = 0; i < count; i++) {
                        copy.values[i] = booleans.values[i] ? 1 : 0;
                    }
                });
                yield copy;
            }
            case StringVector _ -> throw new IllegalArgumentException("strings are no numbers");
        };
    }

    /// `left operator right` for an arithmetic or bitwise operator.
    static NumberVector binary(String operator, NumberVector left, NumberVector right) {
        NumberVector result = NumberVector.numbers(false);
        double[] a = left.values;
        double[] b = right.values;
        double[] out = result.values;
        TypedVector.Step loop = switch (operator) {
            case "+" ->
                (_, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] + b[i];
                    }
                };
            case "-" ->
                (_, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] - b[i];
                    }
                };
            case "*" ->
                (_, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] * b[i];
                    }
                };
            case "/" ->
                (_, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] / b[i];
                    }
                };
            default -> {
                DoubleBinaryOperator function = function(operator);
                yield (_, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = function.applyAsDouble(a[i], b[i]);
                    }
                };
            }
        };
        result.by((from, count) -> {
            left.load(from, count);
            right.load(from, count);
            loop.run(from, count);
        });
        return result;
    }

    private static DoubleBinaryOperator function(String operator) {
        return switch (operator) {
            case "%" -> (a, b) -> a % b;
            case "&" -> (a, b) -> (double) (Coercion.toInt32(a) & Coercion.toInt32(b));
            case "|" -> (a, b) -> (double) (Coercion.toInt32(a) | Coercion.toInt32(b));
            case "^" -> (a, b) -> (double) (Coercion.toInt32(a) ^ Coercion.toInt32(b));
            case "<<" -> (a, b) -> (double) (Coercion.toInt32(a) << Coercion.toInt32(b));
            case ">>" -> (a, b) -> (double) (Coercion.toInt32(a) >> Coercion.toInt32(b));
            case ">>>" -> (a, b) -> (double) Integer.toUnsignedLong(Coercion.toInt32(a) >>> Coercion.toInt32(b));
            default -> throw new IllegalArgumentException("arithmetic operator " + operator);
        };
    }

    static NumberVector map(DoubleUnaryOperator function, NumberVector argument) {
        NumberVector result = NumberVector.numbers(false);
        result.by((from, count) -> {
            argument.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = function.applyAsDouble(argument.values[i]);
            }
        });
        return result;
    }

    static NumberVector map(DoubleBinaryOperator function, NumberVector left, NumberVector right) {
        NumberVector result = NumberVector.numbers(false);
        result.by((from, count) -> {
            left.load(from, count);
            right.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = function.applyAsDouble(left.values[i], right.values[i]);
            }
        });
        return result;
    }
}
