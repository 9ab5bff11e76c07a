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
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.Undefined;

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

    private JsonRows(@Nullable List<String> columns) {
        this.columns = columns;
    }

    /// The rows of a document. Caller closes.
    ///
    /// @param columns the columns to deliver, those of them that exist, or `null` for all
    /// @throws com.fasterxml.jackson.core.JsonProcessingException when the text is no JSON
    static Table read(Reader text, DataFormat format, @Nullable List<String> columns, BufferAllocator allocator)
            throws IOException {
        JsonRows rows = new JsonRows(columns);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("is empty, but JSON was expected");
            }
            if (format.property() == null) {
                rows.append(parser);
            } else {
                rows.appendAll(member(value(parser), format.property()));
            }
            if (parser.nextToken() != null) {
                throw new IOException("goes on after its JSON value at line "
                        + parser.currentTokenLocation().getLineNr());
            }
        }
        return rows.builder.build(allocator);
    }

    /// The rows of a value that was given in place of a document. Caller closes.
    static Table of(
            @Nullable Object value, DataFormat format, @Nullable List<String> columns, BufferAllocator allocator) {
        JsonRows rows = new JsonRows(columns);
        rows.appendAll(format.property() == null ? value : member(value, format.property()));
        return rows.builder.build(allocator);
    }

    private void append(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            append(value(parser));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            append(value(parser));
        }
    }

    private void appendAll(@Nullable Object rows) {
        if (rows instanceof List<?> list) {
            list.forEach(this::append);
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

    private static @Nullable Object member(@Nullable Object document, String property) {
        Object value = document;
        for (String segment : FieldPath.parse(property).segments()) {
            value = switch (value) {
                case Map<?, ?> object when object.containsKey(segment) -> object.get(segment);
                case List<?> list when isIndex(segment, list) -> list.get(Integer.parseInt(segment));
                case null, default -> Undefined.UNDEFINED;
            };
        }
        return value;
    }

    private static boolean isIndex(String segment, List<?> list) {
        return segment.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(segment) < list.size();
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
