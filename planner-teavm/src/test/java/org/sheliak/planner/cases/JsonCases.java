package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;

/// Reading and writing JSON.
final class JsonCases {
    private JsonCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        roundTrips(cases);
        errors(cases);
        cases.add(new Case("json: what JSON has no number for is null", () -> {
            Expect.equal(JsonWriter.write(new JsonNumber(Double.NaN)), "null");
            Expect.equal(JsonWriter.write(new JsonNumber(Double.POSITIVE_INFINITY)), "null");
        }));
        cases.add(new Case("json: a member keeps its place when it is set again", () -> {
            JsonObject object = (JsonObject) JsonReader.read("{\"a\":1,\"b\":2,\"a\":3}");
            Expect.equal(JsonWriter.write(object), "{\"a\":3,\"b\":2}");
            Expect.equal(JsonWriter.write(object.with("a", new JsonString("x"))), "{\"a\":\"x\",\"b\":2}");
        }));
        cases.add(new Case("json: values may nest as deep as the limit", () -> {
            String text = "[".repeat(JsonReader.MAXIMUM_DEPTH) + "]".repeat(JsonReader.MAXIMUM_DEPTH);
            Expect.equal(JsonWriter.write(JsonReader.read(text)), text);
        }));
        cases.add(new Case("json: a pointer escapes tilde and slash", () -> {
            Expect.equal(JsonPointer.child(JsonPointer.child("/data", 0), "a/b~c"), "/data/0/a~1b~0c");
            Expect.equal(JsonPointer.child("", ""), "/");
        }));
        cases.add(new Case(
                "json: equal trees are equal",
                () -> Expect.equal(
                        JsonReader.read("{\"a\": [1]}"),
                        new JsonObject(Map.of("a", new JsonArray(List.of(new JsonNumber(1))))))));
        return cases;
    }

    private static void roundTrips(List<Case> cases) {
        written(cases, " { \"a\" : [ 1 , 2.50 , { } , [ ] ] , \"b\" : null } ", "{\"a\":[1,2.5,{},[]],\"b\":null}");
        written(cases, "true", "true");
        written(cases, "false", "false");
        written(cases, "-0", "0");
        written(cases, "1E400", "null");
        written(cases, "[1e2,1E+2,-1.0e-2]", "[100,100,-0.01]");
        written(cases, "\"\\u0041\\n\\/\\\"\\\\\"", "\"A\\n/\\\"\\\\\"");
        written(cases, "\"\\b\\f\\n\\r\\t\\u0001\\u001F\"", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\"");
        written(cases, "\"\\ud83d\\ude00 \\u2028 \\u007f\"", "\"\ud83d\ude00 \u2028 \u007f\"");
        written(cases, "\"\\ud83d x \\uDE00\"", "\"\\ud83d x \\ude00\"");
        written(cases, "{\"\":1,\"__proto__\":2}", "{\"\":1,\"__proto__\":2}");
        written(cases, "{\"b\":1,\"2\":2,\"1\":3}", "{\"b\":1,\"2\":2,\"1\":3}");
    }

    private static void errors(List<Case> cases) {
        rejected(cases, "", "line 1, column 1: the text ends, expected a value");
        rejected(cases, "{\n  \"a\": 1,\n}", "line 3, column 1: found '}', expected a member's name in double quotes");
        rejected(cases, "[1, 2", "line 1, column 6: the text ends, expected ',' or ']'");
        rejected(cases, "[1 2]", "line 1, column 4: found '2', expected ',' or ']'");
        rejected(cases, "[1,]", "line 1, column 4: found ']', expected a value");
        rejected(cases, "{\"a\" 1}", "line 1, column 6: found '1', expected ':' after the member's name");
        rejected(cases, "{\"a\":1 \"b\"}", "line 1, column 8: found '\"', expected ',' or '}'");
        rejected(cases, "{a: 1}", "line 1, column 2: found 'a', expected a member's name in double quotes");
        rejected(cases, "tru", "line 1, column 1: found 't', expected a value");
        rejected(cases, "nul", "line 1, column 1: found 'n', expected a value");
        rejected(cases, "01", "line 1, column 2: found '1', expected the end of the text");
        rejected(cases, "1.", "line 1, column 3: the text ends, expected a digit");
        rejected(cases, ".5", "line 1, column 1: found '.', expected a value");
        rejected(cases, "-", "line 1, column 2: the text ends, expected a digit");
        rejected(cases, "1e+", "line 1, column 4: the text ends, expected a digit");
        rejected(cases, "NaN", "line 1, column 1: found 'N', expected a value");
        rejected(cases, "'a'", "line 1, column 1: found ''', expected a value");
        rejected(cases, "\"a", "line 1, column 3: the text ends, expected the string's closing '\"'");
        rejected(cases, "\"a\\", "line 1, column 4: the text ends, expected an escape");
        rejected(cases, "\"\\x\"", "line 1, column 3: found 'x', expected one of \" \\ / b f n r t u after '\\'");
        rejected(cases, "\"\\u12g4\"", "line 1, column 6: found 'g', expected four hexadecimal digits after \\u");
        rejected(
                cases,
                "\"a\nb\"",
                "line 1, column 3: a control character stands in a string, expected an escape such as \\n");
        rejected(cases, "1 // no", "line 1, column 3: found '/', expected the end of the text");
        rejected(cases, "{} \ud83d\ude00", "line 1, column 4: found '\ud83d\ude00', expected the end of the text");
        rejected(cases, "[".repeat(1001), "line 1, column 1001: arrays and objects are nested more than 1000 deep");
    }

    private static void written(List<Case> cases, String text, String expected) {
        cases.add(new Case(
                "json: reads and writes " + text,
                () -> Expect.equal(JsonWriter.write(JsonReader.read(text)), expected)));
    }

    private static void rejected(List<Case> cases, String text, String message) {
        String name = text.length() > 40 ? text.substring(0, 40) : text;
        cases.add(new Case(
                "json: rejects " + name,
                () -> Expect.error(
                        () -> JsonReader.read(text),
                        ErrorCode.SPEC_INVALID,
                        SourceLocation.UNKNOWN,
                        "JSON, " + message)));
    }
}
