package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/// An immutable table: named columns of equal length, in order.
public final class Table implements AutoCloseable {
    private final SequencedMap<String, Column> columns;
    private final int rowCount;
    private final int @Nullable [] tupleIds;
    private final @Nullable RowTree tree;

    /// Takes ownership of the columns, each of which has `rowCount` values. The rows are new: see [#tupleId].
    public Table(SequencedMap<String, Column> columns, int rowCount) {
        this(columns, rowCount, null);
    }

    /// Takes ownership of the columns, each of which has `rowCount` values, and of the ids.
    ///
    /// @param tupleIds the [#tupleId] of each row, or `null` when the rows stand in the order in which they came to
    ///     be
    public Table(SequencedMap<String, Column> columns, int rowCount, int @Nullable [] tupleIds) {
        this(columns, rowCount, tupleIds, null);
    }

    private Table(
            SequencedMap<String, Column> columns, int rowCount, int @Nullable [] tupleIds, @Nullable RowTree tree) {
        columns.forEach((name, column) -> {
            if (column.length() != rowCount) {
                throw new IllegalArgumentException(
                        "column " + name + " has " + column.length() + " values, the table " + rowCount + " rows");
            }
        });
        this.columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        this.rowCount = rowCount;
        this.tupleIds = tupleIds;
        this.tree = tree;
    }

    public int rowCount() {
        return rowCount;
    }

    /// Orders the rows by the time at which each came to be, whatever their order now: later sorts break ties by it, as
    /// Vega's do by the ids of tuples. Rows keep their ids where Vega keeps the tuples.
    public int tupleId(int row) {
        return tupleIds == null ? row : tupleIds[row];
    }

    /// The [#tupleId] of each row, borrowed, or `null` when the rows stand in the order in which they came to be.
    public int @Nullable [] tupleIds() {
        return tupleIds;
    }

    /// More than the [#tupleId] of any row.
    public int tupleIdBound() {
        return tupleIds == null ? rowCount : Arrays.stream(tupleIds).max().orElse(-1) + 1;
    }

    /// The tree over the rows, borrowed, or `null` when there is none.
    public @Nullable RowTree tree() {
        return tree;
    }

    /// This table with another tree, which it takes ownership of, or without one. Caller closes the result, and this
    /// table as before.
    public Table withTree(@Nullable RowTree other) {
        return new Table(sharedColumns(), rowCount, tupleIds, other);
    }

    private @Nullable RowTree sharedTree() {
        return tree == null ? null : tree.share();
    }

    private SequencedMap<String, Column> sharedColumns() {
        SequencedMap<String, Column> shared = new LinkedHashMap<>();
        columns.forEach((name, column) -> shared.put(name, column.share()));
        return shared;
    }

    /// The columns by name; borrowed.
    public SequencedMap<String, Column> columns() {
        return columns;
    }

    /// The column of this name, borrowed, or `null` when there is none.
    public @Nullable Column column(String name) {
        return columns.get(name);
    }

    /// This table with a column set: in its old place when the name was there, else at the end.
    /// Takes ownership of the column and shares the others. Caller closes the result, and this table as before.
    public Table with(String name, Column column) {
        SequencedMap<String, Column> copy = new LinkedHashMap<>();
        columns.forEach((other, existing) -> copy.put(other, other.equals(name) ? column : existing.share()));
        copy.putIfAbsent(name, column);
        return new Table(copy, rowCount, tupleIds, sharedTree());
    }

    /// The rows at the given indices, in that order, with their ids, and without the tree. Caller closes.
    public Table gather(int[] rows, BufferAllocator allocator) {
        try (OutputColumns gathered = new OutputColumns()) {
            columns.forEach((name, column) -> gathered.put(name, column.gather(rows, allocator)));
            return gathered.build(rows.length, gatherIds(rows));
        }
    }

    private int @Nullable [] gatherIds(int[] rows) {
        int[] ids = new int[rows.length];
        boolean rises = true;
        for (int i = 0; i < rows.length; i++) {
            ids[i] = tupleId(rows[i]);
            rises &= i == 0 || ids[i - 1] < ids[i];
        }
        return rises && tree == null ? null : ids;
    }

    /// A second owner of the same columns. Caller closes.
    public Table share() {
        return new Table(sharedColumns(), rowCount, tupleIds, sharedTree());
    }

    /// The same columns as new rows without a tree: their order now is the order in which they came to be. Caller
    /// closes.
    public Table renewed() {
        return new Table(sharedColumns(), rowCount);
    }

    /// Bytes held, for budgets and the weight in the cache.
    public long sizeBytes() {
        long bytes = columns.values().stream().mapToLong(Column::sizeBytes).sum();
        return tree == null ? bytes : bytes + tree.sizeBytes();
    }

    @Override
    public void close() {
        columns.values().forEach(Column::close);
        if (tree != null) {
            tree.close();
        }
    }
}
