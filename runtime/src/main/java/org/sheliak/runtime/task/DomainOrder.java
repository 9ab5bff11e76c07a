package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.Members;
import org.sheliak.runtime.expression.function.StableSort;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.ValueOrder;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// How the values of a discrete domain are sorted.
///
/// Source: vega-parser/src/parsers/scale.js (`parseSort`, `ordinalMultipleDomain`), DataScope.js, Scope.js @ v6.4.0.
///
/// @param by what decides
/// @param operation the aggregate operation that gives the weights
/// @param field the field that it is computed of, or `null`
record DomainOrder(
        By by,
        boolean isDescending,
        String operation,
        @Nullable JsonValue field) {
    private static final String COUNT = "count";

    /// What the values are sorted by.
    enum By {
        /// The order in which they appear.
        NOTHING,
        /// The values themselves.
        KEY,
        /// What is computed of the rows that have the value.
        WEIGHT
    }

    /// A value of the domain, and what is computed of its rows.
    record Weighed(@Nullable Object key, @Nullable Object weight) {}

    /// @param sort the `sort` of a domain, or `null`
    /// @param isMultiple whether the domain comes from several fields
    /// @param literal evaluates what stands for itself or is a signal
    static DomainOrder of(@Nullable JsonValue sort, boolean isMultiple, Function<JsonValue, @Nullable Object> literal) {
        if (!(sort instanceof JsonObject object)) {
            boolean isSorted = sort != null && Coercion.toBoolean(literal.apply(sort));
            return new DomainOrder(isSorted ? By.KEY : By.NOTHING, false, COUNT, null);
        }
        JsonValue order = object.get("order");
        boolean isDescending = order != null && "descending".equals(literal.apply(order));
        JsonValue field = object.get("field");
        if (!(object.get("op") instanceof JsonValue named)) {
            return new DomainOrder(byColumn(object, isMultiple), isDescending, COUNT, null);
        }
        String operation = String.valueOf(literal.apply(named));
        if (field == null && !operation.equals(COUNT)) {
            throw invalid("no field is given for sorting by " + operation);
        }
        if (isMultiple && field != null && !List.of("min", "max", COUNT).contains(operation)) {
            throw invalid("a domain of several fields cannot be sorted by " + operation);
        }
        return new DomainOrder(By.WEIGHT, isDescending, operation, field);
    }

    /// Without an operation, the field is that of the counted values.
    private static By byColumn(JsonObject sort, boolean isMultiple) {
        String field = Members.text(sort, "field");
        return sort.get("field") == null || "key".equals(field)
                ? By.KEY
                : COUNT.equals(field) && !isMultiple ? By.WEIGHT : By.NOTHING;
    }

    /// The values of several fields, each once, in order of first appearance.
    List<Weighed> combined(List<List<Weighed>> parts, TimeZoneRules zone) {
        Map<String, Weighed> combined = new LinkedHashMap<>();
        for (List<Weighed> part : parts) {
            for (Weighed value : part) {
                combined.merge(
                        Coercion.toText(value.key(), zone),
                        value,
                        (known, more) -> new Weighed(known.key(), together(known.weight(), more.weight(), zone)));
            }
        }
        return new ArrayList<>(combined.values());
    }

    private @Nullable Object together(@Nullable Object first, @Nullable Object second, TimeZoneRules zone) {
        return switch (operation) {
            case "min" -> Operations.lessThan(second, first, zone) ? second : first;
            case "max" -> Operations.lessThan(first, second, zone) ? second : first;
            default -> Coercion.toNumber(first) + Coercion.toNumber(second);
        };
    }

    /// The values in their order.
    List<@Nullable Object> sorted(List<Weighed> values, TimeZoneRules zone) {
        Weighed[] sorted = values.toArray(Weighed[]::new);
        ValueOrder order = new ValueOrder(zone);
        int sign = isDescending ? -1 : 1;
        switch (by) {
            case NOTHING -> {}
            case KEY -> StableSort.sort(sorted, (left, right) -> sign * order.compare(left.key(), right.key()));
            case WEIGHT ->
                StableSort.sort(sorted, (left, right) -> sign * order.compare(left.weight(), right.weight()));
        }
        List<@Nullable Object> keys = new ArrayList<>(sorted.length);
        for (Weighed value : sorted) {
            keys.add(value.key());
        }
        return keys;
    }

    private static SheliakException invalid(String detail) {
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, detail);
    }
}
