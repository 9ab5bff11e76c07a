package org.sheliak.runtime.source;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateText;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the type of a field from all of its values, for `parse: "auto"`.
///
/// Source: `inferType` of vega-loader/src/type.js @ v6.4.0.
final class FieldTypes {
    private FieldTypes() {}

    /// One of `boolean`, `integer`, `number`, `date` and `string`: the first that takes all values which are neither
    /// null nor NaN. Looks at each distinct string once.
    static String infer(Column column, TimeZoneRules zone) {
        List<Test> candidates = List.of(
                new Test("boolean", FieldTypes::isBoolean),
                new Test("integer", value -> isNumber(value) && isWhole(Coercion.toNumber(value))),
                new Test("number", FieldTypes::isNumber),
                new Test("date", value -> isDate(value, zone)));
        for (Test candidate : candidates) {
            if (distinct(column).filter(FieldTypes::isValid).allMatch(candidate.accepts()::test)) {
                return candidate.type();
            }
        }
        return "string";
    }

    private static Stream<? extends @Nullable Object> distinct(Column column) {
        return column instanceof StringColumn strings
                ? strings.dictionary().stream()
                : IntStream.range(0, column.length()).mapToObj(column::value);
    }

    private static boolean isValid(@Nullable Object value) {
        return !Coercion.isNullish(value) && !(value instanceof Double number && number.isNaN());
    }

    private static boolean isBoolean(@Nullable Object value) {
        return value instanceof Boolean || "true".equals(value) || "false".equals(value);
    }

    private static boolean isNumber(@Nullable Object value) {
        return !(value instanceof DateValue) && !Double.isNaN(Coercion.toNumber(value));
    }

    private static boolean isWhole(double number) {
        return Double.isFinite(number) && number == Math.rint(number);
    }

    private static boolean isDate(@Nullable Object value, TimeZoneRules zone) {
        return !Double.isNaN(DateText.parse(Coercion.toText(value, zone), zone));
    }

    private record Test(String type, Predicate accepts) {}

    private interface Predicate {
        boolean test(@Nullable Object value);
    }
}
