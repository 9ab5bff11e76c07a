package org.sheliak.runtime.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.runtime.source.delimited.DelimitedReader;
import org.sheliak.runtime.source.delimited.TextType;
import org.sheliak.runtime.source.parquet.ParquetFile;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.format.FormatLocale;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Reads rows from files, texts and values in a format.
///
/// @param columns the columns to deliver, those of them that exist, or `null` for all
/// @param timezone what `local` means where dates are parsed
/// @param locale the names that patterns of dates have for months and days
/// @param allocator where the rows are allocated
public record DataFile(
        DataFormat format,
        @Nullable List<String> columns,
        ZoneId timezone,
        FormatLocale locale,
        BufferAllocator allocator) {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    /// Where dates are in English.
    public DataFile(DataFormat format, @Nullable List<String> columns, ZoneId timezone, BufferAllocator allocator) {
        this(format, columns, timezone, FormatLocale.ENGLISH, allocator);
    }

    /// The rows of a file. Caller closes.
    ///
    /// @param name how messages call the file
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when it cannot be read
    public Table read(Path path, String name) {
        try {
            return switch (format.type()) {
                case PARQUET -> parsed(ParquetFile.read(path, columns, allocator));
                case ARROW -> parsed(ArrowFile.read(path, columns, allocator));
                case DELIMITED -> typed(delimited(DelimitedReader.PART_BYTES).read(path, allocator));
                case JSON, TOPOJSON -> {
                    try (Reader text = text(path)) {
                        yield parsed(JsonRows.read(text, format, columns, allocator));
                    }
                }
            };
        } catch (NoSuchFileException missing) {
            throw failed(name + " does not exist", missing);
        } catch (JsonProcessingException malformed) {
            throw failed(
                    name + " is no JSON: " + malformed.getOriginalMessage() + " at line "
                            + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr(),
                    malformed);
        } catch (IOException unreadable) {
            throw failed(name + " " + unreadable.getMessage(), unreadable);
        }
    }

    /// The rows of a text that stands in the spec. Caller closes.
    ///
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when it is not in the format
    public Table read(String text) {
        try {
            return switch (format.type()) {
                case JSON, TOPOJSON -> parsed(JsonRows.read(new StringReader(text), format, columns, allocator));
                case DELIMITED -> typed(delimited(DelimitedReader.PART_BYTES).read(text, allocator));
                case ARROW, PARQUET -> throw new IOException("is text, but " + format.type() + " was expected");
            };
        } catch (IOException unreadable) {
            throw failed("the inline text " + unreadable.getMessage(), unreadable);
        }
    }

    /// The rows of a value that stands in the spec. Caller closes.
    public Table rows(@Nullable Object value) {
        return parsed(JsonRows.of(value, format, columns, allocator));
    }

    private Table parsed(JsonRows.Document document) {
        return document.isList() ? parsed(document.rows()) : document.rows();
    }

    /// The rows with their fields parsed. Takes ownership of the rows; caller closes.
    public Table parsed(Table rows) {
        return format.parse() == null ? rows : parsing(format.parse()).apply(rows, columns, allocator);
    }

    private FieldParsing parsing(JsonValue parse) {
        return new FieldParsing(parse, TimeZoneRules.of(timezone), locale);
    }

    /// @param partBytes how much is read at once by one thread
    DelimitedReader delimited(int partBytes) {
        return new DelimitedReader(
                format.delimiter(),
                format.header() == null ? null : String.join(format.delimiter(), format.header()),
                columns,
                format.parse() == null ? _ -> TextType.TEXT : parsing(format.parse())::textType,
                TimeZoneRules.of(timezone),
                partBytes);
    }

    /// The rows of a text with those fields parsed that [FieldParsing#textType] leaves. Takes ownership
    /// of the rows; caller closes.
    Table typed(Table rows) {
        return format.parse() == null ? rows : parsing(format.parse()).applyRest(rows, columns, allocator);
    }

    /// UTF-8, where what is malformed reads as U+FFFD, without a byte order mark, as in a browser.
    private static Reader text(Path path) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static SheliakException failed(String detail, Exception cause) {
        return new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, detail, cause);
    }
}
