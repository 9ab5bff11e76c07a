package org.sheliak.runtime.table;

import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/// Any values on the heap: mixed types, `undefined`, lists and objects.
public final class ValueColumn implements Column {
    private static final int ESTIMATED_BYTES_PER_VALUE = 48;

    private final @Nullable Object[] values;

    /// Takes ownership of the array, which is not changed any more.
    public ValueColumn(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public int length() {
        return values.length;
    }

    /// Whether the value is `null`; `undefined` is not.
    @Override
    public boolean isNull(int row) {
        return values[row] == null;
    }

    @Override
    public @Nullable Object value(int row) {
        return values[row];
    }

    @Override
    public Object identity() {
        return values;
    }

    @Override
    public long sizeBytes() {
        return (long) ESTIMATED_BYTES_PER_VALUE * values.length;
    }

    @Override
    public ValueColumn gather(int[] rows, BufferAllocator allocator) {
        @Nullable Object[] gathered = new Object[rows.length];
        for (int i = 0; i < rows.length; i++) {
            gathered[i] = rows[i] == NO_ROW ? null : values[rows[i]];
        }
        return new ValueColumn(gathered);
    }

    @Override
    public ValueColumn share() {
        return new ValueColumn(values);
    }

    @Override
    public void close() {}
}
