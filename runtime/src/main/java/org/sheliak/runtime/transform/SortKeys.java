package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;

/// The values of sort fields of one type each, as whole numbers that order as the values do. Holds none of the columns.
///
/// Source: vega-util/src/compare.ts @ v6.4.0.
record SortKeys(List<Key> keys) implements RowComparator {
    /// What null and NaN sort as: before every number, date, boolean and string.
    private static final long NULL_KEY = Long.MIN_VALUE;

    private static final long NAN_KEY = Long.MIN_VALUE + 1;

    /// From so many rows on, sorting by keys is worth its arrays.
    private static final int MIN_RADIX = 512;

    /// The keys of one field.
    @SuppressWarnings("ArrayRecordComponent")
    record Key(long[] numbers, boolean descending) {}

    /// The keys of a `sort` parameter; empty where a field has values of mixed types.
    static Optional<SortKeys> of(SortOrder sort, Table table, BufferAllocator allocator) {
        List<Key> keys = new ArrayList<>();
        for (SortOrder.Key key : sort.keys()) {
            try (Column column = key.field().read(table, allocator)) {
                if (column instanceof ValueColumn) {
                    return Optional.empty();
                }
                keys.add(new Key(numbers(column), key.descending()));
            }
        }
        return Optional.of(new SortKeys(keys));
    }

    /// The keys of a column that has no mixed values.
    static SortKeys of(Column column) {
        return new SortKeys(List.of(new Key(numbers(column), false)));
    }

    /// These keys, ties in the order in which the rows came to be.
    SortKeys thenByAge(Table table) {
        int[] tupleIds = table.tupleIds();
        if (tupleIds == null) {
            return this;
        }
        List<Key> all = new ArrayList<>(keys);
        all.add(new Key(Arrays.stream(tupleIds).asLongStream().toArray(), false));
        return new SortKeys(all);
    }

    /// The rows in the order of the keys, ties as they are.
    ///
    /// @param rows changed
    int[] sort(int[] rows) {
        if (rows.length < MIN_RADIX) {
            RowSorting.sort(rows, this);
            return rows;
        }
        int[] sorted = rows;
        for (Key key : keys.reversed()) {
            sorted = RadixSorting.sort(sorted, key.numbers, key.descending);
        }
        return sorted;
    }

    /// The keys of some rows, by their positions among these.
    SortKeys at(int[] rows) {
        return new SortKeys(keys.stream()
                .map(key -> new Key(
                        Arrays.stream(rows).mapToLong(row -> key.numbers[row]).toArray(), key.descending))
                .toList());
    }

    @Override
    public int compare(int left, int right) {
        for (Key key : keys) {
            int order = Long.compare(key.numbers[left], key.numbers[right]);
            if (order != 0) {
                return key.descending ? -order : order;
            }
        }
        return 0;
    }

    private static long[] numbers(Column column) {
        return switch (column) {
            case NumericColumn numbers -> numberKeys(numbers);
            case StringColumn strings -> stringKeys(strings);
            case BooleanColumn booleans -> booleanKeys(booleans);
            case ValueColumn _ -> throw new IllegalArgumentException("mixed values have no keys");
        };
    }

    private static long[] numberKeys(NumericColumn column) {
        int length = column.length();
        double[] numbers = new double[length];
        column.load(0, length, numbers);
        long[] keys = new long[length];
        if (column.validity().nullCount() == 0 && writeWhole(numbers, keys)) {
            return keys;
        }
        for (int row = 0; row < length; row++) {
            keys[row] = column.isNull(row) ? NULL_KEY : numberKey(numbers[row]);
        }
        return keys;
    }

    /// Whole numbers are their own keys, and share more bytes than their bits as doubles do.
    private static boolean writeWhole(double[] numbers, long[] keys) {
        int whole = 0;
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) numbers[row];
            whole += keys[row] == numbers[row] ? 1 : 0;
        }
        return whole == keys.length;
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
