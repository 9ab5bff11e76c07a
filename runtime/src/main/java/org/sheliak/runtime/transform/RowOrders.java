package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.value.ValueOrder;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Orders of a table's rows. They copy what they compare, so they outlive the columns.
///
/// Source: vega-util/src/compare.ts and `stableCompare` of vega-dataflow/src/Tuple.js @ v6.4.0.
final class RowOrders {
    private RowOrders() {}

    /// The order of a `sort` parameter, ties left as ties.
    static RowComparator of(SortOrder sort, Table table, BufferAllocator allocator, TimeZoneRules zone) {
        RowComparator order = null;
        for (SortOrder.Key key : sort.keys()) {
            try (Column column = key.field().read(table, allocator)) {
                RowComparator next = byColumn(column, zone);
                RowComparator directed = key.descending() ? next.reversed() : next;
                order = order == null ? directed : order.then(directed);
            }
        }
        if (order == null) {
            throw new IllegalArgumentException("a sort without fields");
        }
        return order;
    }

    /// The order of a `sort` parameter by the values that the rows have at the time of each comparison.
    static RowComparator ofLive(SortOrder sort, LiveRows rows, TimeZoneRules zone) {
        ValueOrder ascending = new ValueOrder(zone);
        RowComparator order = (_, _) -> 0;
        for (SortOrder.Key key : sort.keys()) {
            FieldValues values = rows.values(key.field());
            int sign = key.descending() ? -1 : 1;
            order = order.then((left, right) -> sign * ascending.compare(values.value(left), values.value(right)));
        }
        return order;
    }

    /// The order of a `sort` parameter, ties in the order in which the rows came to be.
    static RowComparator stable(SortOrder sort, Table table, BufferAllocator allocator, TimeZoneRules zone) {
        return of(sort, table, allocator, zone).then(byAge(table));
    }

    /// All rows of a table in the order of a `sort` parameter, ties in the order in which the rows came to be.
    static int[] sorted(SortOrder sort, Table table, BufferAllocator allocator, TimeZoneRules zone) {
        int[] rows = new int[table.rowCount()];
        Arrays.setAll(rows, row -> row);
        Optional<SortKeys> keys = SortKeys.of(sort, table, allocator);
        if (keys.isPresent()) {
            return keys.get().thenByAge(table).sort(rows);
        }
        RowSorting.sort(rows, stable(sort, table, allocator, zone));
        return rows;
    }

    /// The order in which the rows came to be.
    static RowComparator byAge(Table table) {
        return (left, right) -> Integer.compare(table.tupleId(left), table.tupleId(right));
    }

    private static RowComparator byColumn(Column column, TimeZoneRules zone) {
        return switch (column) {
            case NumericColumn _, StringColumn _, BooleanColumn _ -> SortKeys.of(column);
            case ValueColumn values -> byValues(values, zone);
        };
    }

    private static RowComparator byValues(ValueColumn column, TimeZoneRules zone) {
        ValueOrder order = new ValueOrder(zone);
        @Nullable Object[] values = new Object[column.length()];
        Arrays.setAll(values, column::value);
        return (left, right) -> order.compare(values[left], values[right]);
    }
}
