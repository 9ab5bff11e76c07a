package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Estree;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.ExpressionPrinter;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.Numbers;

/// What the planner answers to the inputs of the golden files. A file is a list of `{"input", "output"}`, or
/// `{"input", "error"}` for inputs that must be rejected.
public final class GoldenFunctions {
    private GoldenFunctions() {}

    /// The functions by the path of their golden file below `golden`, without `.json`.
    public static Map<String, Function<JsonValue, JsonValue>> all() {
        Map<String, Function<JsonValue, JsonValue>> functions = new LinkedHashMap<>();
        functions.put("expression/trees", input -> parse(text(input)));
        functions.put("expression/field-paths", input -> splitPath(text(input)));
        functions.put("expression/name-characters", input -> nameCharacters(text(input)));
        functions.put("json/number-texts", input -> new JsonString(Numbers.text(fromBits(text(input)))));
        functions.put("json/number-literals", input -> new JsonString(toBits(Numbers.parse(text(input)))));
        return functions;
    }

    /// Parses an expression, prints it and parses it again: both trees must be the same.
    private static JsonValue parse(String source) {
        Expression expression = ExpressionParser.parse(source);
        JsonValue tree = Estree.of(expression);
        String printed = ExpressionPrinter.print(expression);
        Expect.equal(Estree.of(ExpressionParser.parse(printed)), tree);
        return tree;
    }

    /// Splits a field path, writes it and splits it again: both times the segments must be the same.
    private static JsonValue splitPath(String text) {
        FieldPath path = FieldPath.parse(text);
        Expect.equal(FieldPath.parse(path.text()), path);
        return new JsonArray(path.segments().stream()
                .map(segment -> (JsonValue) new JsonString(segment))
                .toList());
    }

    /// Ranges of the characters that, behind the prefix, make a name.
    private static JsonValue nameCharacters(String prefix) {
        List<JsonValue> ranges = new ArrayList<>();
        int first = 0;
        for (int code = 0; code <= 0x10000; code++) {
            if (code < 0x10000 && isName(prefix + (char) code)) {
                continue;
            }
            if (first < code) {
                ranges.add(new JsonArray(List.of(new JsonNumber(first), new JsonNumber(code - 1))));
            }
            first = code + 1;
        }
        return new JsonArray(ranges);
    }

    private static boolean isName(String source) {
        try {
            return ExpressionParser.parse(source) instanceof Identifier(String name, int start) && name.equals(source);
        } catch (SheliakException exception) {
            return false;
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }

    private static double fromBits(String hex) {
        long bits = 0;
        for (int i = 0; i < hex.length(); i++) {
            bits = (bits << 4) | Numbers.hexDigit(hex.charAt(i));
        }
        return Double.longBitsToDouble(bits);
    }

    private static String toBits(double value) {
        String hex = Long.toHexString(Double.doubleToLongBits(value));
        return "0".repeat(16 - hex.length()) + hex;
    }
}
