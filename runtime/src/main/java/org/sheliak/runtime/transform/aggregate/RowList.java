package org.sheliak.runtime.transform.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// A growing list of row numbers.
public final class RowList {
    private static final int SMALLEST_CAPACITY = 16;

    private int[] rows;
    private int size;

    /// @param rows the rows to start with; not copied
    RowList(int[] rows) {
        this(rows, rows.length);
    }

    RowList(int[] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(SMALLEST_CAPACITY, size * 2));
        }
        rows[size++] = row;
    }

    int get(int index) {
        return rows[index];
    }

    int size() {
        return size;
    }

    /// The rows as objects.
    public List<Object> toObjects(IntFunction<Object> tuples) {
        List<Object> objects = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            objects.add(tuples.apply(rows[i]));
        }
        return objects;
    }
}
