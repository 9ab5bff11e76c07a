package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.Undefined;

/// Questions about types, and conversions that keep what is missing as `null`.
///
/// Source: vega-functions/src/codegen.js, vega-util/src/is*.ts and to*.ts @ v6.4.0.
public final class TypeFunctions {
    private TypeFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                test("isArray", List.class::isInstance),
                test("isBoolean", Boolean.class::isInstance),
                test("isDate", DateValue.class::isInstance),
                test("isDefined", value -> value != Undefined.UNDEFINED),
                test("isNumber", Double.class::isInstance),
                test("isObject", Coercion::isObject),
                test("isRegExp", RegExpValue.class::isInstance),
                test("isString", String.class::isInstance),
                test("isTuple", Tuple.class::isInstance),
                test("isValid", TypeFunctions::isValid),
                FunctionDefinition.of("toBoolean", (arguments, _) -> toBoolean(arguments.get(0))),
                FunctionDefinition.of("toDate", (arguments, scope) -> toDate(arguments.get(0), scope)),
                FunctionDefinition.of("toNumber", (arguments, _) -> toNumber(arguments.get(0))),
                FunctionDefinition.of(
                        "toString",
                        (arguments, scope) -> isEmpty(arguments.get(0)) ? null : scope.text(arguments.get(0))));
    }

    private static FunctionDefinition test(String name, Predicate<@Nullable Object> predicate) {
        return FunctionDefinition.of(name, (arguments, _) -> predicate.test(arguments.get(0)));
    }

    /// Whether a value is there: not null, undefined or NaN. An invalid date is there.
    public static boolean isValid(@Nullable Object value) {
        return !Coercion.isNullish(value) && !(value instanceof Double number && number.isNaN());
    }

    private static boolean isEmpty(@Nullable Object value) {
        return Coercion.isNullish(value) || "".equals(value);
    }

    private static @Nullable Boolean toBoolean(@Nullable Object value) {
        if (isEmpty(value)) {
            return null;
        }
        return Coercion.toBoolean(value) && !"false".equals(value) && !"0".equals(value);
    }

    static @Nullable Double toNumber(@Nullable Object value) {
        return isEmpty(value) ? null : (Double) Coercion.toNumber(value);
    }

    /// Dates and numbers stay as they are; text becomes the number of its milliseconds.
    private static @Nullable Object toDate(@Nullable Object value, EvaluationScope scope) {
        if (isEmpty(value)) {
            return null;
        }
        return value instanceof Double || value instanceof DateValue
                ? value
                : (Object) DateText.parse(scope.text(value), scope.zone());
    }
}
