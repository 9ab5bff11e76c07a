package org.sheliak.runtime.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Reads the rows of a JSON document: the elements of an array, or any other value as the only row.
///
/// Source: vega-loader/src/formats/json.js @ v6.4.0.
final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final @Nullable List<String> columns;
    private final TableBuilder builder = new TableBuilder();
    private boolean isList = true;

    private JsonRows(@Nullable List<String> columns) {
        this.columns = columns;
    }

    /// The rows of a document.
    ///
    /// @param isList whether they were the elements of an array: Vega parses the fields of no others
    record Document(Table rows, boolean isList) {}

    /// The rows of a document. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    /// @throws com.fasterxml.jackson.core.JsonProcessingException when the text is no JSON
    static Document read(Reader text, DataFormat format, @Nullable List<String> columns, BufferAllocator allocator)
            throws IOException {
        JsonRows rows = new JsonRows(columns);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("is empty, but JSON was expected");
            }
            if (format.property() == null && format.type() == DataFormat.Type.JSON) {
                rows.append(parser);
            } else {
                rows.appendAll(wanted(value(parser), format));
            }
            if (parser.nextToken() != null) {
                throw new IOException("goes on after its JSON value at line "
                        + parser.currentTokenLocation().getLineNr());
            }
        }
        return new Document(rows.builder.build(allocator), rows.isList);
    }

    /// The rows of a value that was given in place of a document. Caller closes.
    static Document of(
            @Nullable Object value, DataFormat format, @Nullable List<String> columns, BufferAllocator allocator) {
        JsonRows rows = new JsonRows(columns);
        rows.appendAll(wanted(value, format));
        return new Document(rows.builder.build(allocator), rows.isList);
    }

    private static @Nullable Object wanted(@Nullable Object document, DataFormat format) {
        Object value = format.property() == null
                ? document
                : Members.get(document, FieldPath.parse(format.property()).segments());
        return format.type() == DataFormat.Type.TOPOJSON ? TopoJson.rows(value, format.topoJson()) : value;
    }

    private void append(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            appendAll(value(parser));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            append(value(parser));
        }
    }

    private void appendAll(@Nullable Object rows) {
        isList = rows instanceof List<?>;
        if (rows instanceof List<?> list) {
            list.forEach(this::append);
        } else if (Coercion.isNullish(rows)) {
            throw new SheliakException(
                    ErrorCode.DATA_SOURCE,
                    SourceLocation.UNKNOWN,
                    "expected rows in the JSON document but found " + rows);
        } else {
            append(rows);
        }
    }

    private void append(@Nullable Object row) {
        if (columns == null || !(row instanceof Map<?, ?> object)) {
            builder.append(row);
            return;
        }
        object.forEach((name, value) -> {
            if (columns.contains((String) name)) {
                builder.set((String) name, value);
            }
        });
        builder.endRow();
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getText());
            case START_ARRAY -> elements(parser);
            case START_OBJECT -> members(parser);
            default -> throw new IOException("has an unexpected " + parser.currentToken());
        };
    }

    private static List<@Nullable Object> elements(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }
}
