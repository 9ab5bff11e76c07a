package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Aggregation.Request;
import org.sheliak.runtime.transform.aggregate.AggregateOp;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.ValueOrder;

/// Makes a column of each value of a field, holding an aggregate of another field; one new row for each group.
/// Values that have the same text share a column, but only those that are strictly equal to the first are counted:
/// of equal dates, which are different objects, only the first row.
///
/// Source: vega-transforms/src/Pivot.js @ v6.4.0.
final class PivotTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;
    private final FieldAccess value;

    PivotTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.value = parameters.requiredField("value");
    }

    @Override
    public TransformResult apply(Table input) {
        @Nullable Object[] keys;
        try (Column column = field.read(input, parameters.allocator())) {
            keys = boxed(column);
        }
        AggregateOp op = op();
        List<Request> requests = new ArrayList<>();
        for (Object key : pivotKeys(keys)) {
            String name = KeyForm.NAME.text(key, parameters.zone());
            requests.add(new Request(op, new FieldAccess.Pivoted(name, key, keys, value), name, null));
        }
        List<FieldAccess> groupby = parameters.presentFields("groupby");
        return TransformResult.of(
                AggregateTransform.aggregate(parameters, groupby, Aggregation.of(requests), input, false));
    }

    private AggregateOp op() {
        String name = parameters.text("op", "sum");
        return name.equals("count") ? AggregateOp.FIELD_COUNT : AggregationParameters.op(parameters, name);
    }

    private static @Nullable Object[] boxed(Column column) {
        @Nullable Object[] values = new Object[column.length()];
        Arrays.setAll(values, column::value);
        return values;
    }

    /// The values that differ as text, the first of each, sorted; undefined comes last, as in every sort of JavaScript.
    private List<@Nullable Object> pivotKeys(@Nullable Object[] values) {
        Map<String, @Nullable Object> byText = new LinkedHashMap<>();
        for (Object value : values) {
            String text = KeyForm.NAME.text(value, parameters.zone());
            if (!byText.containsKey(text)) {
                byText.put(text, value);
            }
        }
        List<@Nullable Object> keys = sorted(byText.values());
        int limit = (int) parameters.numberOr("limit", keys.size());
        return keys.subList(0, Math.clamp(limit < 0 ? keys.size() + limit : limit, 0, keys.size()));
    }

    private List<@Nullable Object> sorted(Collection<@Nullable Object> values) {
        List<@Nullable Object> defined = new ArrayList<>(values);
        boolean hasUndefined = defined.removeIf(value -> value == Undefined.UNDEFINED);
        int[] order = new int[defined.size()];
        Arrays.setAll(order, index -> index);
        ValueOrder ascending = new ValueOrder(parameters.zone());
        RowSorting.sort(order, (left, right) -> ascending.compare(defined.get(left), defined.get(right)));
        List<@Nullable Object> sorted = new ArrayList<>();
        for (int index : order) {
            sorted.add(defined.get(index));
        }
        if (hasUndefined) {
            sorted.add(Undefined.UNDEFINED);
        }
        return sorted;
    }
}
