package org.sheliak.runtime.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// What an operator between two values gives.
@FunctionalInterface
interface BinaryOperator {

    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right, TimeZoneRules zone);

    /// The operator that is written so.
    static BinaryOperator of(String operator) {
        return switch (operator) {
            case "+" -> Operations::add;
            case "-" -> (left, right, _) -> Coercion.toNumber(left) - Coercion.toNumber(right);
            case "*" -> (left, right, _) -> Coercion.toNumber(left) * Coercion.toNumber(right);
            case "/" -> (left, right, _) -> Coercion.toNumber(left) / Coercion.toNumber(right);
            case "%" -> (left, right, _) -> Coercion.toNumber(left) % Coercion.toNumber(right);
            case "&" -> (left, right, _) -> (double) (int32(left) & int32(right));
            case "|" -> (left, right, _) -> (double) (int32(left) | int32(right));
            case "^" -> (left, right, _) -> (double) (int32(left) ^ int32(right));
            case "<<" -> (left, right, _) -> (double) (int32(left) << int32(right));
            case ">>" -> (left, right, _) -> (double) (int32(left) >> int32(right));
            case ">>>" -> (left, right, _) -> (double) Integer.toUnsignedLong(int32(left) >>> int32(right));
            case "==" -> Operations::looseEquals;
            case "!=" -> (left, right, zone) -> !Operations.looseEquals(left, right, zone);
            case "===" -> (left, right, _) -> Operations.strictEquals(left, right);
            case "!==" -> (left, right, _) -> !Operations.strictEquals(left, right);
            case "<" -> Operations::lessThan;
            case "<=" -> Operations::lessOrEqual;
            case ">" -> (a, b, zone) -> Operations.lessThan(b, a, zone);
            case ">=" -> (a, b, zone) -> Operations.lessOrEqual(b, a, zone);
            case "in" -> BinaryOperator::isIn;
            case "instanceof" -> BinaryOperator::isInstance;
            default -> throw new IllegalArgumentException("binary operator " + operator);
        };
    }

    private static int int32(@Nullable Object value) {
        return Coercion.toInt32(Coercion.toNumber(value));
    }

    private static Object isIn(@Nullable Object name, @Nullable Object object, TimeZoneRules zone) {
        if (!Coercion.isObject(object)) {
            throw mismatch("\"in\" expects an object on its right");
        }
        String key = Coercion.toText(name, zone);
        return switch (object) {
            case Map<?, ?> map -> map.containsKey(key);
            case List<?> list -> key.equals("length") || Members.isElement(list, key);
            case null, default -> false;
        };
    }

    private static Object isInstance(@Nullable Object value, @Nullable Object type, TimeZoneRules zone) {
        throw mismatch("\"instanceof\" expects a type on its right, and expressions have none");
    }

    private static SheliakException mismatch(String message) {
        return new SheliakException(ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, message);
    }
}
