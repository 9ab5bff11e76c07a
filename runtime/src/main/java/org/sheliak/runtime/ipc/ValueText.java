package org.sheliak.runtime.ipc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Any value of the expression language as JSON text, and back.
///
/// What JSON has not is written as an object with one member whose name starts with `$`:
/// `{"$date": millis}` (`null` for an invalid date), `{"$number": "NaN"}` (or `"Infinity"`, `"-Infinity"`),
/// `{"$undefined": true}`. An object of the data that has one member with such a name gets one more `$` in front of it.
final class ValueText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String DATE = "$date";
    private static final String NUMBER = "$number";
    private static final String UNDEFINED = "$undefined";

    private ValueText() {}

    /// The text of a value.
    static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(value, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Boolean bool -> generator.writeBoolean(bool);
            case Double number -> writeNumber(number, generator);
            case String string -> generator.writeString(string);
            case DateValue(double epochMillis) -> writeDate(epochMillis, generator);
            case Undefined _ -> {
                generator.writeStartObject();
                generator.writeBooleanField(UNDEFINED, true);
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                for (Object element : list) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case Map<?, ?> object -> writeObject(object, generator);
            default -> throw new IllegalArgumentException("not a value that can leave the kernel: " + value);
        }
    }

    private static void writeNumber(double number, JsonGenerator generator) throws IOException {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
            return;
        }
        generator.writeStartObject();
        generator.writeStringField(NUMBER, Double.toString(number));
        generator.writeEndObject();
    }

    private static void writeDate(double epochMillis, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeFieldName(DATE);
        if (Double.isNaN(epochMillis)) {
            generator.writeNull();
        } else {
            generator.writeNumber(epochMillis);
        }
        generator.writeEndObject();
    }

    private static void writeObject(Map<?, ?> object, JsonGenerator generator) throws IOException {
        String escape = looksLikeATag(object) ? "$" : "";
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            generator.writeFieldName(escape + member.getKey());
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }

    private static boolean looksLikeATag(Map<?, ?> object) {
        return object.size() == 1 && ((String) object.keySet().iterator().next()).startsWith("$");
    }

    /// The value of a text that [#write] wrote.
    static @Nullable Object read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException malformed) {
            throw new UncheckedIOException("a value of a JSON column is no JSON text: " + text, malformed);
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getText());
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                yield list;
            }
            case START_OBJECT -> untagged(members(parser));
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return members;
    }

    private static @Nullable Object untagged(Map<String, @Nullable Object> object) {
        if (!looksLikeATag(object)) {
            return object;
        }
        Map.Entry<String, @Nullable Object> member =
                object.entrySet().iterator().next();
        return switch (member.getKey()) {
            case DATE -> new DateValue(member.getValue() instanceof Double millis ? millis : Double.NaN);
            case NUMBER -> Double.valueOf(String.valueOf(member.getValue()));
            case UNDEFINED -> Undefined.UNDEFINED;
            default -> unescaped(member.getKey().substring(1), member.getValue());
        };
    }

    private static Map<String, @Nullable Object> unescaped(String name, @Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }
}
