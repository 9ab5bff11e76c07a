package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    /// What null and NaN sort as: before every number, date, boolean and string.
    private static final long NULL_KEY = Long.MIN_VALUE;

    private static final long NAN_KEY = Long.MIN_VALUE + 1;

    /// From so many rows on, sorting by keys is worth its arrays.
    private static final int MIN_RADIX = 1024;

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
        List<FieldAccess> fields =
                sort.keys().stream().map(SortOrder.Key::field).toList();
        try (ColumnList columns = ColumnList.read(fields, table, allocator)) {
            if (rows.length < MIN_RADIX || columns.columns().stream().anyMatch(ValueColumn.class::isInstance)) {
                RowSorting.sort(rows, stable(sort, table, allocator, zone));
                return rows;
            }
            long[] ids = new long[rows.length];
            Arrays.setAll(ids, table::tupleId);
            rows = RadixSorting.sort(rows, ids, false);
            for (int i = fields.size() - 1; i >= 0; i--) {
                rows = RadixSorting.sort(
                        rows, keys(columns.get(i)), sort.keys().get(i).descending());
            }
            return rows;
        }
    }

    private static long[] keys(Column column) {
        return switch (column) {
            case NumericColumn numbers -> numberKeys(numbers);
            case StringColumn strings -> stringKeys(strings);
            case BooleanColumn booleans -> booleanKeys(booleans);
            case ValueColumn _ -> throw new IllegalArgumentException("mixed values have no keys");
        };
    }

    /// The order in which the rows came to be.
    static RowComparator byAge(Table table) {
        return (left, right) -> Integer.compare(table.tupleId(left), table.tupleId(right));
    }

    private static RowComparator byColumn(Column column, TimeZoneRules zone) {
        return switch (column) {
            case NumericColumn _, StringColumn _, BooleanColumn _ -> byKeys(keys(column));
            case ValueColumn values -> byValues(values, zone);
        };
    }

    private static RowComparator byKeys(long[] keys) {
        return (left, right) -> Long.compare(keys[left], keys[right]);
    }

    private static RowComparator byValues(ValueColumn column, TimeZoneRules zone) {
        ValueOrder order = new ValueOrder(zone);
        @Nullable Object[] values = new Object[column.length()];
        Arrays.setAll(values, column::value);
        return (left, right) -> order.compare(values[left], values[right]);
    }

    private static long[] numberKeys(NumericColumn column) {
        int length = column.length();
        double[] numbers = new double[length];
        column.load(0, length, numbers);
        long[] keys = new long[length];
        for (int row = 0; row < length; row++) {
            keys[row] = column.isNull(row) ? NULL_KEY : numberKey(numbers[row]);
        }
        return keys;
    }

    /// A long that orders as the number does, the zeros equal.
    private static long numberKey(double number) {
        if (Double.isNaN(number)) {
            return NAN_KEY;
        }
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits < 0 ? ~(bits & Long.MAX_VALUE) : bits;
    }

    private static long[] stringKeys(StringColumn column) {
        List<String> dictionary = column.dictionary();
        List<String> sorted = dictionary.stream().sorted().toList();
        long[] ranks = new long[dictionary.size()];
        for (int code = 0; code < ranks.length; code++) {
            ranks[code] = Collections.binarySearch(sorted, dictionary.get(code));
        }
        long[] keys = new long[column.length()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = column.isNull(row) ? NULL_KEY : ranks[column.code(row)];
        }
        return keys;
    }

    private static long[] booleanKeys(BooleanColumn column) {
        long[] keys = new long[column.length()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = column.isNull(row) ? NULL_KEY : column.isTrue(row) ? 1 : 0;
        }
        return keys;
    }
}
