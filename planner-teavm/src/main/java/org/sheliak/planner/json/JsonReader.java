package org.sheliak.planner.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Reads JSON text (RFC 8259) as JavaScript's `JSON.parse` does; of members with the same name the last one wins.
///
/// Values nest at most [#MAXIMUM_DEPTH] deep, so that neither the reader nor a later pass over the tree runs out of
/// stack.
public final class JsonReader {
    /// How deep arrays and objects may nest.
    public static final int MAXIMUM_DEPTH = 1000;

    private final String text;
    private int index;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /// The value that is the whole of `text`.
    ///
    /// @throws SheliakException SPEC_INVALID, with line and column in the message
    public static JsonValue read(String text) {
        JsonReader reader = new JsonReader(text);
        reader.skipWhiteSpace();
        JsonValue value = reader.readValue();
        reader.skipWhiteSpace();
        if (reader.index < text.length()) {
            throw reader.unexpected("the end of the text");
        }
        return value;
    }

    private JsonValue readValue() {
        if (index == text.length()) {
            throw unexpected("a value");
        }
        return switch (text.charAt(index)) {
            case '{' -> readObject();
            case '[' -> readArray();
            case '"' -> new JsonString(readString());
            case 't' -> readWord("true", new JsonBoolean(true));
            case 'f' -> readWord("false", new JsonBoolean(false));
            case 'n' -> readWord("null", JsonNull.INSTANCE);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
            default -> throw unexpected("a value");
        };
    }

    private JsonObject readObject() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        enter();
        if (skip('}')) {
            depth--;
            return JsonObject.EMPTY;
        }
        do {
            skipWhiteSpace();
            if (!isAt('"')) {
                throw unexpected("a member's name in double quotes");
            }
            String name = readString();
            skipWhiteSpace();
            if (!skip(':')) {
                throw unexpected("':' after the member's name");
            }
            skipWhiteSpace();
            members.put(name, readValue());
            skipWhiteSpace();
        } while (skip(','));
        if (!skip('}')) {
            throw unexpected("',' or '}'");
        }
        depth--;
        return new JsonObject(members);
    }

    private JsonArray readArray() {
        List<JsonValue> elements = new ArrayList<>();
        enter();
        if (skip(']')) {
            depth--;
            return new JsonArray(elements);
        }
        do {
            skipWhiteSpace();
            elements.add(readValue());
            skipWhiteSpace();
        } while (skip(','));
        if (!skip(']')) {
            throw unexpected("',' or ']'");
        }
        depth--;
        return new JsonArray(elements);
    }

    private void enter() {
        if (++depth > MAXIMUM_DEPTH) {
            throw error("arrays and objects are nested more than " + MAXIMUM_DEPTH + " deep");
        }
        index++;
        skipWhiteSpace();
    }

    private JsonValue readWord(String word, JsonValue value) {
        if (!text.startsWith(word, index)) {
            throw unexpected("a value");
        }
        index += word.length();
        return value;
    }

    private JsonNumber readNumber() {
        int start = index;
        skip('-');
        if (!skip('0')) {
            skipDigits();
        }
        if (skip('.')) {
            skipDigits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            skipDigits();
        }
        return new JsonNumber(Numbers.parse(text.substring(start, index)));
    }

    private void skipDigits() {
        int start = index;
        while (index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
            index++;
        }
        if (index == start) {
            throw unexpected("a digit");
        }
    }

    private String readString() {
        index++;
        int start = index;
        while (index < text.length() && text.charAt(index) != '"' && text.charAt(index) != '\\') {
            skipStringCharacter();
        }
        if (skip('"')) {
            return text.substring(start, index - 1);
        }
        StringBuilder string = new StringBuilder(text.substring(start, index));
        while (!skip('"')) {
            if (skip('\\')) {
                string.append(readEscape());
            } else {
                skipStringCharacter();
                string.append(text.charAt(index - 1));
            }
        }
        return string.toString();
    }

    private void skipStringCharacter() {
        if (index == text.length()) {
            throw unexpected("the string's closing '\"'");
        }
        if (text.charAt(index) < ' ') {
            throw error("a control character stands in a string, expected an escape such as \\n");
        }
        index++;
    }

    private char readEscape() {
        if (index == text.length()) {
            throw unexpected("an escape");
        }
        char escape = text.charAt(index);
        char unit = switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> readCodeUnit();
            default -> throw unexpected("one of \" \\ / b f n r t u after '\\'");
        };
        index++;
        return unit;
    }

    /// Reads four hexadecimal digits and stops at the last one.
    private char readCodeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            index++;
            int digit = index < text.length() ? Numbers.hexDigit(text.charAt(index)) : -1;
            if (digit < 0) {
                throw unexpected("four hexadecimal digits after \\u");
            }
            unit = (unit << 4) | digit;
        }
        return (char) unit;
    }

    private boolean isAt(char expected) {
        return index < text.length() && text.charAt(index) == expected;
    }

    private boolean skip(char expected) {
        if (!isAt(expected)) {
            return false;
        }
        index++;
        return true;
    }

    private void skipWhiteSpace() {
        while (isAt(' ') || isAt('\n') || isAt('\r') || isAt('\t')) {
            index++;
        }
    }

    private SheliakException unexpected(String expected) {
        String found = index == text.length() ? "the text ends" : "found '" + characterAt(index) + "'";
        return error(found + ", expected " + expected);
    }

    private String characterAt(int at) {
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    private SheliakException error(String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String place = "JSON, line " + line + ", column " + (index - lineStart + 1) + ": ";
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, place + message);
    }
}
