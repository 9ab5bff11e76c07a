package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.SetValue;

/// Puts the entries of a selection together, field by field: first those of a unit, then the units.
///
/// Source: vega-selections/src/selectionResolve.js @ v6.4.0.
final class SelectionResolver {
    private final EvaluationScope scope;
    /// By field, then by unit.
    private final Map<String, Map<String, List<@Nullable Object>>> resolved = new LinkedHashMap<>();
    private final Map<String, Boolean> isRange = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> items = new LinkedHashMap<>();

    SelectionResolver(EvaluationScope scope) {
        this.scope = scope;
    }

    /// `vlSelectionResolve(name, op, isMulti, vl5)` on the rows of the selection's data set.
    Map<String, @Nullable Object> resolve(List<@Nullable Object> entries, Arguments arguments) {
        boolean isMulti = arguments.truth(2);
        for (Object entry : entries) {
            add(entry, isMulti);
        }
        boolean intersects = SelectionFunctions.INTERSECT.equals(arguments.get(1));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        resolved.forEach((field, byUnit) -> {
            List<@Nullable Object> values = acrossUnits(field, byUnit, intersects);
            result.put(field, field.equals(SelectionFunctions.ID) ? new SetValue(values) : values);
        });
        if (isMulti && !items.isEmpty()) {
            result.put(arguments.truth(3) ? "vlPoint" : "vlMulti", items(intersects));
        }
        return result;
    }

    private void add(@Nullable Object entry, boolean isMulti) {
        String unit = scope.text(Members.get(entry, "unit"));
        Object fields = Members.get(entry, "fields");
        Object values = Members.get(entry, "values");
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        if (Coercion.toBoolean(fields) && Coercion.toBoolean(values)) {
            addFields(unit, list(fields), list(values), item);
        } else {
            Object id = Members.get(entry, SelectionFunctions.ID);
            resolved.computeIfAbsent(SelectionFunctions.ID, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(unit, _ -> new ArrayList<>())
                    .add(id);
            item.put(SelectionFunctions.ID, id);
        }
        if (isMulti) {
            items.computeIfAbsent(unit, _ -> new ArrayList<>()).add(item);
        }
    }

    private void addFields(
            String unit,
            List<@Nullable Object> fields,
            List<@Nullable Object> values,
            Map<String, @Nullable Object> item) {
        for (int i = 0; i < fields.size(); i++) {
            String field = scope.text(Members.get(fields.get(i), "field"));
            boolean range = scope.text(Members.get(fields.get(i), "type")).startsWith("R");
            isRange.put(field, range);
            List<@Nullable Object> value = list(Members.get(values, (double) i));
            Map<String, List<@Nullable Object>> byUnit = resolved.computeIfAbsent(field, _ -> new LinkedHashMap<>());
            List<@Nullable Object> base = byUnit.getOrDefault(unit, new ArrayList<>());
            byUnit.put(unit, range ? rangeUnion(base, value) : enumeratedUnion(base, value));
            // In Vega the item has the very array that the union of its unit goes on to fill.
            item.put(
                    field,
                    Members.get(values, (double) i) instanceof List<?> ? value : Members.get(values, (double) i));
        }
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        return Coercion.isNullish(value) ? new ArrayList<>() : new ArrayList<>(Arrays.asList(value));
    }

    private List<@Nullable Object> acrossUnits(
            String field, Map<String, List<@Nullable Object>> byUnit, boolean intersects) {
        List<@Nullable Object> result = null;
        boolean isId = field.equals(SelectionFunctions.ID);
        boolean range = isRange.getOrDefault(field, false);
        for (List<@Nullable Object> values : byUnit.values()) {
            if (result == null) {
                result = isId ? distinct(values) : values;
            } else if (range) {
                result = intersects ? rangeIntersection(result, values) : rangeUnion(result, values);
            } else if (intersects && (isId || !result.isEmpty())) {
                result = new ArrayList<>(result);
                result.removeIf(value -> !contains(values, value));
            } else {
                result = enumeratedUnion(result, values);
            }
        }
        return result == null ? new ArrayList<>() : result;
    }

    private static List<@Nullable Object> distinct(List<@Nullable Object> values) {
        List<@Nullable Object> distinct = new ArrayList<>();
        enumerate(distinct, values);
        return distinct;
    }

    private static List<@Nullable Object> enumeratedUnion(List<@Nullable Object> base, List<@Nullable Object> values) {
        if (base.isEmpty()) {
            return values;
        }
        enumerate(base, values);
        return base;
    }

    private static void enumerate(List<@Nullable Object> base, List<@Nullable Object> values) {
        for (Object value : values) {
            if (!contains(base, value)) {
                base.add(value);
            }
        }
    }

    private static boolean contains(List<@Nullable Object> values, @Nullable Object wanted) {
        return values.stream().anyMatch(value -> Operations.sameValueZero(value, wanted));
    }

    private List<@Nullable Object> rangeUnion(List<@Nullable Object> base, List<@Nullable Object> value) {
        List<@Nullable Object> range = ordered(value);
        if (base.isEmpty()) {
            return range;
        }
        if (scope.lessThan(range.get(0), base.get(0))) {
            base.set(0, range.get(0));
        }
        if (scope.lessThan(Members.get(base, 1), range.get(1))) {
            base.set(1, range.get(1));
        }
        return base;
    }

    private List<@Nullable Object> rangeIntersection(List<@Nullable Object> base, List<@Nullable Object> value) {
        List<@Nullable Object> range = ordered(value);
        if (base.isEmpty()) {
            return range;
        }
        if (scope.lessThan(range.get(1), base.get(0)) || scope.lessThan(Members.get(base, 1), range.get(0))) {
            return new ArrayList<>();
        }
        if (scope.lessThan(base.get(0), range.get(0))) {
            base.set(0, range.get(0));
        }
        if (scope.lessThan(range.get(1), Members.get(base, 1))) {
            base.set(1, range.get(1));
        }
        return base;
    }

    /// The two ends as numbers, or, as they were given, the other way round when the first is the greater.
    private List<@Nullable Object> ordered(List<@Nullable Object> value) {
        Object first = Members.get(value, 0);
        Object second = Members.get(value, 1);
        Double low = TypeFunctions.toNumber(first);
        Double high = TypeFunctions.toNumber(second);
        return scope.lessThan(high, low)
                ? new ArrayList<>(Arrays.asList(second, first))
                : new ArrayList<>(Arrays.asList(low, high));
    }

    /// The selected items: those of any unit, or those of each unit apart.
    private Map<String, @Nullable Object> items(boolean intersects) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        List<@Nullable Object> all = new ArrayList<>();
        for (List<@Nullable Object> unit : items.values()) {
            if (intersects) {
                Map<String, @Nullable Object> either = new LinkedHashMap<>();
                either.put("or", unit);
                all.add(either);
            } else {
                all.addAll(unit);
            }
        }
        result.put(intersects ? "and" : "or", all);
        return result;
    }
}
