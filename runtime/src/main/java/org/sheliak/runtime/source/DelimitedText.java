package org.sheliak.runtime.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.StringColumnBuilder;
import org.sheliak.runtime.table.Table;

/// Reads delimiter-separated text, all of its values strings. A line with too few fields has empty ones at its end.
///
/// Source: d3-dsv/src/dsv.js @ v3.0.1.
final class DelimitedText {
    private final SequencedMap<String, Integer> indexOf = new LinkedHashMap<>();
    private final SequencedMap<String, StringColumnBuilder> builders = new LinkedHashMap<>();
    private final @Nullable List<String> columns;
    private int rowCount;

    private DelimitedText(@Nullable List<String> columns) {
        this.columns = columns;
    }

    /// The rows of a text. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    static Table read(Reader text, DataFormat format, @Nullable List<String> columns, BufferAllocator allocator)
            throws IOException {
        DelimitedText reading = new DelimitedText(columns);
        Reader lead = new StringReader(
                format.header() == null ? "" : String.join(format.delimiter(), format.header()) + "\n");
        DelimitedTokens lines = new DelimitedTokens(List.of(lead, text), format.delimiter());
        List<String> line = lines.nextLine();
        if (line != null) {
            reading.start(line);
            for (line = lines.nextLine(); line != null; line = lines.nextLine()) {
                reading.append(line);
            }
        }
        return reading.build(allocator);
    }

    /// Of several columns with one name, the last counts.
    private void start(List<String> header) {
        for (int index = 0; index < header.size(); index++) {
            indexOf.put(header.get(index), index);
        }
        for (String name : indexOf.keySet()) {
            if (columns == null || columns.contains(name)) {
                builders.put(name, new StringColumnBuilder(0));
            }
        }
    }

    private void append(List<String> line) {
        builders.forEach((name, builder) -> {
            Integer index = indexOf.get(name);
            builder.append(index != null && index < line.size() ? line.get(index) : "");
        });
        rowCount++;
    }

    private Table build(BufferAllocator allocator) {
        SequencedMap<String, Column> built = new LinkedHashMap<>();
        try {
            builders.forEach((name, builder) -> built.put(name, builder.build(allocator)));
        } catch (RuntimeException noRoom) {
            built.values().forEach(Column::close);
            throw noRoom;
        }
        return new Table(built, rowCount);
    }
}
