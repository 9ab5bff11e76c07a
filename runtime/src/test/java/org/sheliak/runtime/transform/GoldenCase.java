package org.sheliak.runtime.transform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// A pipeline of transforms, and what Vega makes of it. Written by `src/test/node/transform/generate.js`.
///
/// @param data rows as values; `null` when the first transform generates them
/// @param rows the expected rows; `null` when Vega fails
/// @param fields names of the expected fields in their order
record GoldenCase(
        String name,
        @Nullable List<?> data,
        Map<String, List<?>> tables,
        Map<String, @Nullable Object> signals,
        List<JsonObject> transforms,
        @Nullable List<Map<?, ?>> rows,
        List<?> fields,
        Map<?, ?> expectedSignals) {

    /// All cases of a golden file.
    static List<GoldenCase> read(String file) {
        try (InputStream stream = GoldenCase.class.getResourceAsStream("/transform/" + file + ".json")) {
            if (stream == null) {
                throw new IllegalArgumentException("no golden file " + file);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<GoldenCase> cases = new ArrayList<>();
            for (JsonValue element : ((JsonArray) JsonReader.read(text)).elements()) {
                cases.add(of((JsonObject) element));
            }
            return cases;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static GoldenCase of(JsonObject json) {
        JsonObject expected = (JsonObject) json.members().get("expected");
        List<JsonObject> transforms = new ArrayList<>();
        for (JsonValue transform : ((JsonArray) json.members().get("transform")).elements()) {
            transforms.add((JsonObject) transform);
        }
        Map<String, List<?>> tables = new LinkedHashMap<>();
        map(json.get("tables")).forEach((name, rows) -> tables.put((String) name, (List<?>) rows));
        Map<String, @Nullable Object> signals = new LinkedHashMap<>();
        map(json.get("signals")).forEach((name, value) -> signals.put((String) name, value));
        List<Map<?, ?>> rows = null;
        if (expected.get("rows") != null) {
            rows = new ArrayList<>();
            for (Object row : (List<?>) decode(expected.get("rows"))) {
                rows.add((Map<?, ?>) row);
            }
        }
        return new GoldenCase(
                ((JsonString) json.members().get("name")).value(),
                (List<?>) decode(json.get("data")),
                tables,
                signals,
                transforms,
                rows,
                rows == null ? List.of() : (List<?>) decode(expected.get("fields")),
                map(expected.get("signals")));
    }

    private static Map<?, ?> map(@Nullable JsonValue json) {
        return json == null ? Map.of() : (Map<?, ?>) decode(json);
    }

    private static @Nullable Object decode(@Nullable JsonValue json) {
        return switch (json) {
            case null -> null;
            case JsonNull _ -> null;
            case JsonBoolean(boolean value) -> value;
            case JsonNumber(double value) -> value;
            case JsonString(String value) -> value;
            case JsonArray(List<JsonValue> elements) -> {
                List<@Nullable Object> values = new ArrayList<>();
                elements.forEach(element -> values.add(decode(element)));
                yield values;
            }
            case JsonObject object -> decodeObject(object);
        };
    }

    private static Object decodeObject(JsonObject object) {
        if (object.get("$") instanceof JsonString(String special)) {
            return switch (special) {
                case "undefined" -> Undefined.UNDEFINED;
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                case "-0" -> -0.0;
                default -> throw new IllegalArgumentException(special);
            };
        }
        JsonValue date = object.get("$date");
        if (date != null) {
            return new DateValue(date instanceof JsonNumber(double millis) ? millis : Double.NaN);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, decode(member)));
        return members;
    }

    @Override
    public String toString() {
        return name;
    }
}
