package org.sheliak.runtime.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.runtime.source.delimited.TextType;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.format.FormatLocale;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Applies the `parse` of a data set's format to its rows.
///
/// Source: `parse` of vega-loader/src/read.js @ v6.4.0.
record FieldParsing(JsonValue parse, TimeZoneRules zone, FormatLocale locale) {

    /// The rows with the fields parsed. Takes ownership of the rows; caller closes the result.
    ///
    /// @param columns the columns that are asked for; others are left as they are; `null` for all
    /// @throws SheliakException with [ErrorCode#SPEC_INVALID] for a type that does not exist
    Table apply(Table rows, @Nullable List<String> columns, BufferAllocator allocator) {
        return apply(rows, (_, _) -> true, columns, allocator);
    }

    /// What a text's reader should make of a field: a type that it knows, or texts, for [#applyRest].
    TextType textType(String name) {
        return isAuto() ? autoType(name) : textTypeOf(type(name));
    }

    /// Vega takes a field without a name for the row itself, which is of no other type.
    private static TextType autoType(String name) {
        return name.isEmpty() ? TextType.STRING : TextType.AUTO;
    }

    private static TextType textTypeOf(@Nullable String type) {
        return switch (type) {
            case "boolean" -> TextType.BOOLEAN;
            case "integer", "number" -> TextType.NUMBER;
            case "date" -> TextType.DATE;
            case "string" -> TextType.STRING;
            case null, default -> TextType.TEXT;
        };
    }

    /// The rows of a text whose fields have the types of [#textType], with the other fields parsed as
    /// [#apply] does.
    Table applyRest(Table rows, @Nullable List<String> columns, BufferAllocator allocator) {
        return isAuto()
                ? rows
                : apply(
                        rows,
                        (name, type) -> textTypeOf(type) == TextType.TEXT || rows.column(name) == null,
                        columns,
                        allocator);
    }

    private boolean isAuto() {
        return parse instanceof JsonString(String text) && text.equals("auto");
    }

    private @Nullable String type(String name) {
        JsonValue type = parse instanceof JsonObject(Map<String, JsonValue> members) ? members.get(name) : null;
        return type instanceof JsonString(String text) ? text : null;
    }

    /// @param isMeant whether a field of a type is to be parsed
    private Table apply(
            Table rows,
            BiPredicate<String, String> isMeant,
            @Nullable List<String> columns,
            BufferAllocator allocator) {
        if (rows.rowCount() == 0) {
            return rows;
        }
        try (rows) {
            SequencedMap<String, String> types = types(rows);
            types.entrySet().removeIf(type -> !isMeant.test(type.getKey(), type.getValue()));
            SequencedMap<String, Column> parsed = new LinkedHashMap<>();
            try {
                rows.columns().forEach((name, column) -> parsed.put(name, parsed(name, column, types, allocator)));
                types.forEach((name, type) -> {
                    if (!parsed.containsKey(name) && (columns == null || columns.contains(name))) {
                        parsed.put(name, absent(name, type, rows.rowCount(), allocator));
                    }
                });
            } catch (RuntimeException failed) {
                parsed.values().forEach(Column::close);
                throw failed;
            }
            return new Table(parsed, rows.rowCount());
        }
    }

    /// The types by field. Those of `auto` are found for the fields of the first row only.
    private SequencedMap<String, String> types(Table rows) {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        switch (parse) {
            case JsonString(String text)
            when text.equals("auto") ->
                rows.columns().forEach((name, column) -> {
                    if (column.value(0) != Undefined.UNDEFINED) {
                        types.put(name, name.isEmpty() ? "string" : FieldTypes.infer(column, zone));
                    }
                });
            case JsonObject(Map<String, JsonValue> members) ->
                members.forEach((name, type) -> types.put(name, nameOf(type)));
            case JsonArray(List<JsonValue> list) -> {
                for (int i = 0; i < list.size(); i++) {
                    types.put(Integer.toString(i), nameOf(list.get(i)));
                }
            }
            // They have no members, so they name no field.
            case JsonNumber _, JsonBoolean _ -> {}
            case JsonString(String text) when text.isEmpty() -> {}
            default ->
                throw new SheliakException(
                        ErrorCode.SPEC_INVALID,
                        SourceLocation.UNKNOWN,
                        "expected \"auto\" or an object of types as parse but found " + parse);
        }
        return types;
    }

    private static String nameOf(JsonValue type) {
        return type instanceof JsonString(String name) ? name : JsonWriter.write(type);
    }

    private Column parsed(String name, Column column, Map<String, String> types, BufferAllocator allocator) {
        String type = types.get(name);
        if (type == null || staysAsItIs(column, type)) {
            return column.share();
        }
        FieldParser parser = FieldParser.of(type, name, zone, locale);
        return column instanceof StringColumn strings
                ? parsed(strings, parser, allocator)
                : parsed(column, parser, allocator);
    }

    private static boolean staysAsItIs(Column column, String type) {
        return switch (type) {
            case "integer", "number" -> column instanceof NumberColumn;
            case "date" -> column instanceof NumberColumn || column instanceof DateColumn;
            case "boolean" -> column instanceof BooleanColumn;
            default -> type.equals("unknown");
        };
    }

    private static Column parsed(Column column, FieldParser parser, BufferAllocator allocator) {
        ColumnBuilder builder = new ColumnBuilder(column.length());
        for (int row = 0; row < column.length(); row++) {
            builder.append(parser.parse(column.value(row)));
        }
        return builder.build(allocator);
    }

    /// Parses each distinct string once.
    private static Column parsed(StringColumn strings, FieldParser parser, BufferAllocator allocator) {
        @Nullable
        Object[] byCode = strings.dictionary().stream().map(parser::parse).toArray();
        Object ofNull = parser.parse(null);
        ColumnBuilder builder = new ColumnBuilder(strings.length());
        for (int row = 0; row < strings.length(); row++) {
            builder.append(strings.isNull(row) ? ofNull : byCode[strings.code(row)]);
        }
        return builder.build(allocator);
    }

    /// The column of a field that no row has.
    private Column absent(String name, String type, int rowCount, BufferAllocator allocator) {
        Object value = FieldParser.of(type, name, zone, locale).parse(Undefined.UNDEFINED);
        ColumnBuilder builder = new ColumnBuilder(rowCount);
        for (int row = 0; row < rowCount; row++) {
            builder.append(value);
        }
        return builder.build(allocator);
    }
}
