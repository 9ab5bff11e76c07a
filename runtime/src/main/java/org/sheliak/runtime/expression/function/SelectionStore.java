package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;

/// The entries of a selection: which values of which fields are selected, by unit of the display.
///
/// Source: vega-selections/src/selectionTest.js @ v6.4.0.
public final class SelectionStore {

    /// One field's part of an entry.
    ///
    /// @param path where the value is found in a row
    /// @param type how it is compared: `E` (equal or one of), `R`, `R-E`, `R-LE`, `R-RE` (ranges), `E-LT`, ...
    /// @param expected what it is compared with; dates are numbers of milliseconds
    public record FieldTest(
            List<String> path, String type, @Nullable Object expected) {}

    /// One selected item: all of its fields must match.
    public record Entry(String unit, List<FieldTest> tests) {}

    private final List<Entry> entries;
    private final Map<String, Integer> unitSizes = new HashMap<>();

    private SelectionStore(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            unitSizes.merge(entry.unit, 1, Integer::sum);
        }
    }

    /// Reads the rows of a selection's data set.
    static SelectionStore of(List<@Nullable Object> rows, EvaluationScope scope) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Object row : rows) {
            entries.add(new Entry(scope.text(Members.get(row, "unit")), tests(row, scope)));
        }
        return new SelectionStore(entries);
    }

    private static List<FieldTest> tests(@Nullable Object row, EvaluationScope scope) {
        if (!(Members.get(row, "fields") instanceof List<?> fields)) {
            throw Errors.unusable("a selection", "an array of fields in each entry", Members.get(row, "fields"));
        }
        List<FieldTest> tests = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Object field = fields.get(i);
            tests.add(new FieldTest(
                    FieldPath.parse(scope.text(Members.get(field, "field"))).segments(),
                    scope.text(Members.get(field, "type")),
                    withoutDates(Members.get(Members.get(row, "values"), (double) i))));
        }
        return tests;
    }

    private static @Nullable Object withoutDates(@Nullable Object expected) {
        if (expected instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof DateValue) {
            List<@Nullable Object> numbers = new ArrayList<>(list.size());
            list.forEach(value -> numbers.add(TypeFunctions.toNumber(value)));
            return numbers;
        }
        return expected instanceof DateValue date ? (Object) date.epochMillis() : expected;
    }

    public List<Entry> entries() {
        return entries;
    }

    /// How many entries each unit has.
    public Map<String, Integer> unitSizes() {
        return unitSizes;
    }

    /// Whether a row is selected: by any entry, or, to intersect, by an entry of each unit.
    /// The number zero when nothing is selected at all, as in Vega.
    ///
    /// @param field gives the row's value at a path
    Object test(boolean intersect, Function<List<String>, @Nullable Object> field, EvaluationScope scope) {
        if (entries.isEmpty()) {
            return 0.0;
        }
        return intersect
                ? matchesEachUnit(field, scope)
                : entries.stream().anyMatch(entry -> matches(entry, field, scope));
    }

    private boolean matchesEachUnit(Function<List<String>, @Nullable Object> field, EvaluationScope scope) {
        Map<String, Boolean> matched = new HashMap<>();
        for (Entry entry : entries) {
            if (!matched.getOrDefault(entry.unit, false)) {
                matched.put(entry.unit, matches(entry, field, scope));
            }
        }
        return !matched.containsValue(false);
    }

    private static boolean matches(Entry entry, Function<List<String>, @Nullable Object> field, EvaluationScope scope) {
        for (FieldTest test : entry.tests) {
            if (!matches(test, field.apply(test.path), scope)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one value of a row passes.
    public static boolean matches(FieldTest test, @Nullable Object found, EvaluationScope scope) {
        Object value = found instanceof DateValue date ? (Object) date.epochMillis() : found;
        Object expected = test.expected;
        return switch (test.type) {
            case "E" ->
                expected instanceof List<?> list
                        ? list.stream().anyMatch(element -> Operations.sameValueZero(element, value))
                        : Operations.strictEquals(value, expected);
            case "R" -> RangeFunctions.inrange(value, expected, true, true, scope);
            case "R-RE" -> RangeFunctions.inrange(value, expected, true, false, scope);
            case "R-E" -> RangeFunctions.inrange(value, expected, false, false, scope);
            case "R-LE" -> RangeFunctions.inrange(value, expected, false, true, scope);
            case "E-LT" -> !scope.lessOrEqual(expected, value);
            case "E-LTE" -> !scope.lessThan(expected, value);
            case "E-GT" -> !scope.lessOrEqual(value, expected);
            case "E-GTE" -> !scope.lessThan(value, expected);
            case "E-VALID" -> value != null && !Double.isNaN(Coercion.toNumber(value));
            case "E-ONE" ->
                expected instanceof List<?> list
                        ? list.stream().anyMatch(element -> Operations.strictEquals(element, value))
                        : scope.text(expected).contains(scope.text(value));
            default -> true;
        };
    }
}
