package org.sheliak.runtime.source.delimited;

import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;

/// Booleans.
final class BooleanFields implements TextColumn<BooleanFields.Part> {
    private final boolean takesAll;
    private final BufferAllocator allocator;
    private final BitSet trues = new BitSet();
    private final BitSet nulls = new BitSet();
    private int rows;

    /// @param takesAll whether any text is a boolean, and not only `true` and `false`
    BooleanFields(boolean takesAll, BufferAllocator allocator) {
        this.takesAll = takesAll;
        this.allocator = allocator;
    }

    /// @param trues which rows are true
    /// @param nulls which rows are null
    record Part(int rows, BitSet trues, BitSet nulls) {}

    @Override
    public @Nullable Part read(Fields fields) {
        Part part = new Part(fields.count(), new BitSet(fields.count()), new BitSet());
        for (int row = 0; row < fields.count(); row++) {
            boolean isFalse = fields.is(row, "false");
            if (!takesAll && !isFalse && !fields.is(row, "true")) {
                return null;
            }
            part.nulls.set(row, fields.isEmpty(row));
            part.trues.set(row, !isFalse && !fields.isEmpty(row) && !fields.is(row, "0"));
        }
        return part;
    }

    @Override
    public void take(Part part) {
        part.trues.stream().forEach(row -> trues.set(rows + row));
        part.nulls.stream().forEach(row -> nulls.set(rows + row));
        rows += part.rows;
    }

    @Override
    public Column build() {
        return Columns.booleans(trues, rows, nulls, allocator);
    }

    @Override
    public void close() {}
}
