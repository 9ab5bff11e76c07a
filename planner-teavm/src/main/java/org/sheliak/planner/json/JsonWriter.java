package org.sheliak.planner.json;

import java.util.List;
import java.util.Map;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Writes JSON text without white space, character for character that of JavaScript's `JSON.stringify`.
public final class JsonWriter {
    private static final String HEX_DIGITS = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /// The text of a value; numbers that JSON lacks (NaN, infinities) become `null`.
    public static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.append(value);
        return writer.text.toString();
    }

    private void append(JsonValue value) {
        switch (value) {
            case JsonNull ignored -> text.append("null");
            case JsonBoolean(boolean isTrue) -> text.append(isTrue ? "true" : "false");
            case JsonNumber(double number) -> text.append(Double.isFinite(number) ? Numbers.text(number) : "null");
            case JsonString(String string) -> appendString(string);
            case JsonArray(List<JsonValue> elements) -> appendArray(elements);
            case JsonObject(Map<String, JsonValue> members) -> appendObject(members);
        }
    }

    private void appendArray(List<JsonValue> elements) {
        char separator = '[';
        for (JsonValue element : elements) {
            text.append(separator);
            append(element);
            separator = ',';
        }
        text.append(elements.isEmpty() ? "[]" : "]");
    }

    private void appendObject(Map<String, JsonValue> members) {
        char separator = '{';
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            text.append(separator);
            appendString(member.getKey());
            text.append(':');
            append(member.getValue());
            separator = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void appendString(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            switch (unit) {
                case '"', '\\' -> text.append('\\').append(unit);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (unit < ' ' || isLoneSurrogate(string, i)) {
                        appendUnicodeEscape(unit);
                    } else {
                        text.append(unit);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isLoneSurrogate(String string, int index) {
        char unit = string.charAt(index);
        if (Character.isHighSurrogate(unit)) {
            return index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1));
        }
        return Character.isLowSurrogate(unit) && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
    }

    private void appendUnicodeEscape(char unit) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX_DIGITS.charAt((unit >> shift) & 0xF));
        }
    }
}
