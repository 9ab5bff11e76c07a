package org.sheliak.runtime.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.Table;

/// A table of one column that has each string of a dictionary once, and null at the end if asked for.
final class DistinctStrings {
    private DistinctStrings() {}

    /// Caller closes.
    static Table table(String field, List<String> dictionary, boolean hasNull, BufferAllocator allocator) {
        ColumnBuilder builder = new ColumnBuilder(dictionary.size() + 1);
        dictionary.forEach(builder::appendString);
        if (hasNull) {
            builder.appendNull();
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(field, builder.build(allocator));
        return new Table(columns, dictionary.size() + (hasNull ? 1 : 0));
    }
}
