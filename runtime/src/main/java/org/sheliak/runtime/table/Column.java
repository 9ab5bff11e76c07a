package org.sheliak.runtime.table;

import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/// One immutable column of a [Table]: n values of one type, any of them `null`.
/// What fits no single type (mixed types, `undefined`, lists, objects) is a [ValueColumn].
public sealed interface Column extends AutoCloseable permits NumericColumn, BooleanColumn, StringColumn, ValueColumn {

    /// Stands for a row that is not there, whose value is null; only for columns that have rows.
    int NO_ROW = -1;

    /// Number of values.
    int length();

    /// Whether the value is JavaScript's `null`.
    boolean isNull(int row);

    /// The value as the expression language sees it ([Double], [String], [Boolean], `DateValue`, ...).
    /// Boxes: not for hot loops.
    @Nullable
    Object value(int row);

    /// Stands for the content: columns whose identities are one object hold the same values.
    /// What is kept about a column elsewhere may be dropped when its identity is unreachable.
    Object identity();

    /// Bytes held, for budgets and the weight in the cache.
    long sizeBytes();

    /// The values at the given rows, in that order; null for [#NO_ROW]. Caller closes.
    Column gather(int[] rows, BufferAllocator allocator);

    /// A second owner of the same buffers. Caller closes.
    Column share();

    /// Gives the buffers up.
    @Override
    void close();
}
