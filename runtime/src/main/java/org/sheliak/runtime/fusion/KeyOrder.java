package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;

/// The order of the values that rows are coded by: numbers and texts by their order; what has none stays as it was
/// found. A range of one field, where it is the last, is a range of codes.
final class KeyOrder {
    private KeyOrder() {}

    /// The values of some columns in a row.
    static List<@Nullable Object> key(List<Column> columns, int row) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Column column : columns) {
            key.add(column.value(row));
        }
        return key;
    }

    /// The rank of each of some rows by the values of columns.
    static int[] ranks(List<Column> columns, int[] rows) {
        List<List<@Nullable Object>> keys = new ArrayList<>();
        for (int row : rows) {
            keys.add(key(columns, row));
        }
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted((left, right) -> compare(keys.get(left), keys.get(right)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[rows.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compareValues(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareValues(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double first && right instanceof Double second) {
            return first.compareTo(second);
        }
        if (left instanceof String first && right instanceof String second) {
            return first.compareTo(second);
        }
        return Integer.compare(rank(left), rank(right));
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case Double _ -> 0;
            case String _ -> 1;
            case null, default -> 2;
        };
    }
}
