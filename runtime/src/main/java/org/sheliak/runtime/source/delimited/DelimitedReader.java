package org.sheliak.runtime.source.delimited;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.source.delimited.FieldScanner.NotWellFormedException;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.Utf8Text;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Reads delimiter-separated text. A line with too few fields has empty ones at its end.
///
/// Source: d3-dsv/src/dsv.js @ v3.0.1.
///
/// @param delimiter its first UTF-16 unit separates; empty for none
/// @param header the line of names, where the text does not begin with one
/// @param columns the columns to deliver, those of them that exist, or `null` for all
/// @param types of the columns by name
/// @param zone of dates that name none
/// @param partBytes how much text is read at once by one thread
public record DelimitedReader(
        String delimiter,
        @Nullable String header,
        @Nullable List<String> columns,
        Function<String, TextType> types,
        TimeZoneRules zone,
        int partBytes) {
    /// Small enough to stay in a core's cache.
    public static final int PART_BYTES = 1 << 20;

    /// The rows of a file, UTF-8 without its byte order mark, where what is malformed reads as U+FFFD.
    /// Caller closes.
    public Table read(Path path, BufferAllocator allocator) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return read(TextBytes.InFile.of(file), allocator);
        }
    }

    /// The rows of a text. Caller closes.
    public Table read(String text, BufferAllocator allocator) throws IOException {
        return read(new TextBytes.InMemory(text), allocator);
    }

    private Table read(TextBytes bytes, BufferAllocator allocator) throws IOException {
        DelimitedText text = DelimitedText.of(
                header == null ? bytes : new TextBytes.Joined(Utf8Text.encode(header + "\n"), bytes), delimiter);
        try {
            return new DelimitedRows(this, text, allocator).read();
        } catch (NotWellFormedException oddCharacter) {
            return new DelimitedRows(this, text.wellFormed(), allocator).read();
        }
    }

    boolean isWanted(String name) {
        return columns == null || columns.contains(name);
    }
}
