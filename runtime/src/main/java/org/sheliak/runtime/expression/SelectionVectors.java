package org.sheliak.runtime.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.SelectionStore;
import org.sheliak.runtime.expression.function.SelectionStore.Entry;
import org.sheliak.runtime.expression.function.SelectionStore.FieldTest;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Members;

/// `vlSelectionTest` on whole batches: the store is read once, and each field's test becomes a condition on its column.
final class SelectionVectors {
    private final Table table;
    private final EvaluationScope scope;

    SelectionVectors(Table table, EvaluationScope scope) {
        this.table = table;
        this.scope = scope;
    }

    /// Whether each row is selected; a store without entries gives the number zero, as in Vega.
    TypedVector test(SelectionStore store, boolean intersect) {
        if (store.entries().isEmpty()) {
            return ColumnVectors.constant(0);
        }
        Map<String, BooleanVector> byUnit = new LinkedHashMap<>();
        for (Entry entry : store.entries()) {
            byUnit.merge(intersect ? entry.unit() : "", entry(entry), ConditionVectors::or);
        }
        return byUnit.values().stream().reduce(ConditionVectors::and).orElseThrow();
    }

    private BooleanVector entry(Entry entry) {
        return entry.tests().stream()
                .map(this::field)
                .reduce(ConditionVectors::and)
                .orElseGet(() -> ColumnVectors.constant(true));
    }

    private BooleanVector field(FieldTest test) {
        Column column = test.path().size() == 1 ? table.column(test.path().getFirst()) : null;
        if (column instanceof NumericColumn) {
            NumberVector numbers = (NumberVector) ColumnVectors.of(column).orElseThrow();
            BooleanVector typed = number(test, numbers);
            if (typed != null) {
                return typed;
            }
        }
        return column instanceof StringColumn strings ? string(test, strings) : anyValue(test);
    }

    private BooleanVector string(FieldTest test, StringColumn column) {
        List<String> dictionary = column.dictionary();
        boolean[] truths = new boolean[dictionary.size() + 1];
        for (int code = 0; code < truths.length; code++) {
            String value = code < dictionary.size() ? dictionary.get(code) : null;
            truths[code] = SelectionStore.matches(test, value, scope);
        }
        return DictionaryVectors.truths(ColumnVectors.strings(column), truths);
    }

    /// Row by row, for columns of mixed values and paths into objects.
    private BooleanVector anyValue(FieldTest test) {
        BooleanVector result = new BooleanVector(false);
        RowView view = new RowView(table);
        List<String> rest =
                test.path().subList(Math.min(1, test.path().size()), test.path().size());
        result.by((from, count) -> {
            for (int i = 0; i < count; i++) {
                view.at(from + i);
                Object value = test.path().isEmpty()
                        ? view.toObject()
                        : Members.get(view.get(test.path().getFirst()), rest);
                result.values[i] = SelectionStore.matches(test, value, scope);
            }
        });
        return result;
    }

    /// The test of a number, which sees null as zero in comparisons; null when what it is compared with is no number.
    private static @Nullable BooleanVector number(FieldTest test, NumberVector numbers) {
        String type = test.type();
        if (type.equals("E-VALID")) {
            return ConditionVectors.test(numbers, value -> !Double.isNaN(value));
        }
        if (type.startsWith("R")) {
            return range(test, numbers);
        }
        if (type.equals("E") || type.equals("E-ONE")) {
            return enumerated(test, numbers);
        }
        if (!(test.expected() instanceof Double expected)) {
            return null;
        }
        double bound = expected;
        return switch (type) {
            case "E-LT" -> withNullAsZero(numbers, value -> !(value >= bound));
            case "E-LTE" -> withNullAsZero(numbers, value -> !(value > bound));
            case "E-GT" -> withNullAsZero(numbers, value -> !(value <= bound));
            case "E-GTE" -> withNullAsZero(numbers, value -> !(value < bound));
            default -> null;
        };
    }

    private static @Nullable BooleanVector range(FieldTest test, NumberVector numbers) {
        if (!(test.expected() instanceof List<?> range)
                || range.isEmpty()
                || !(range.getFirst() instanceof Double first)
                || !(range.getLast() instanceof Double last)) {
            return null;
        }
        boolean isReversed = first > last;
        double low = isReversed ? last : first;
        double high = isReversed ? first : last;
        return switch (test.type()) {
            case "R" -> withNullAsZero(numbers, value -> low <= value && value <= high);
            case "R-RE" -> withNullAsZero(numbers, value -> low <= value && value < high);
            case "R-E" -> withNullAsZero(numbers, value -> low < value && value < high);
            case "R-LE" -> withNullAsZero(numbers, value -> low < value && value <= high);
            default -> null;
        };
    }

    private static BooleanVector withNullAsZero(NumberVector numbers, DoublePredicate predicate) {
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            numbers.load(from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = predicate.test(numbers.values[i]);
            }
        });
        return result;
    }

    /// One of some numbers; NaN is found in a list of type `E` only, and null where null is listed.
    private static BooleanVector enumerated(FieldTest test, NumberVector numbers) {
        boolean isList = test.expected() instanceof List<?>;
        List<@Nullable Object> expected = new ArrayList<>();
        if (test.expected() instanceof List<?> list) {
            expected.addAll(list);
        } else {
            expected.add(test.expected());
        }
        boolean acceptsNull = expected.contains(null);
        boolean acceptsNaN = isList && test.type().equals("E") && expected.contains(Double.NaN);
        double[] accepted = expected.stream()
                .filter(Double.class::isInstance)
                .mapToDouble(value -> (Double) value + 0.0)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        BooleanVector result = new BooleanVector(false);
        result.by((from, count) -> {
            numbers.load(from, count);
            for (int i = 0; i < count; i++) {
                double value = numbers.values[i];
                result.values[i] = numbers.isNull(i)
                        ? acceptsNull
                        : Double.isNaN(value) ? acceptsNaN : Arrays.binarySearch(accepted, value + 0.0) >= 0;
            }
        });
        return result;
    }
}
