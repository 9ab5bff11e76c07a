package org.sheliak.planner.js;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/// Turns JavaScript's values into JSON trees and back. As `JSON.stringify` does, members that are `undefined` or
/// functions are left out, and such elements of arrays become `null`.
final class JsValues {
    private JsValues() {}

    /// The tree of a value.
    ///
    /// @throws SheliakException SPEC_INVALID for values that nest too deep, as those do that contain themselves
    static JsonValue toJson(@Nullable JSObject value) {
        return toJson(value, 0);
    }

    private static JsonValue toJson(@Nullable JSObject value, int depth) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        return switch (kind(value)) {
            case "boolean" -> new JsonBoolean(asBoolean(value));
            case "number" -> new JsonNumber(asNumber(value));
            case "string" -> new JsonString(asString(value));
            case "array" -> toArray(asArray(value), depth + 1);
            case "object" -> toObject(value, depth + 1);
            default -> JsonNull.INSTANCE;
        };
    }

    private static JsonArray toArray(JSArray<JSObject> array, int depth) {
        checkDepth(depth);
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < array.getLength(); i++) {
            elements.add(toJson(array.get(i), depth));
        }
        return new JsonArray(elements);
    }

    private static JsonObject toObject(JSObject object, int depth) {
        checkDepth(depth);
        JSArray<JSString> keys = keys(object);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < keys.getLength(); i++) {
            JSString key = keys.get(i);
            members.put(key.stringValue(), toJson(get(object, key), depth));
        }
        return new JsonObject(members);
    }

    private static void checkDepth(int depth) {
        if (depth > JsonReader.MAXIMUM_DEPTH) {
            String message = "arrays and objects are nested more than " + JsonReader.MAXIMUM_DEPTH + " deep";
            throw new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, message);
        }
    }

    /// The value of a tree.
    static @Nullable JSObject toJs(JsonValue value) {
        return switch (value) {
            case JsonNull ignored -> null;
            case JsonBoolean(boolean isTrue) -> JSBoolean.valueOf(isTrue);
            case JsonNumber(double number) -> JSNumber.valueOf(number);
            case JsonString(String string) -> JSString.valueOf(string);
            case JsonArray(List<JsonValue> elements) -> {
                JSArray<JSObject> array = new JSArray<>();
                for (JsonValue element : elements) {
                    array.push(toJs(element));
                }
                yield array;
            }
            case JsonObject(Map<String, JsonValue> members) -> {
                JSObject object = newObject();
                members.forEach((name, member) -> define(object, name, toJs(member)));
                yield object;
            }
        };
    }

    @JSBody(params = "value", script = "return Array.isArray(value) ? 'array' : typeof value;")
    private static native String kind(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native boolean asBoolean(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native double asNumber(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native String asString(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native JSArray<JSObject> asArray(JSObject value);

    @JSBody(
            params = "object",
            script = "return Object.keys(object).filter("
                    + "key => object[key] !== undefined && typeof object[key] !== 'function');")
    private static native JSArray<JSString> keys(JSObject object);

    @JSBody(
            params = {"object", "key"},
            script = "return object[key];")
    private static native @Nullable JSObject get(JSObject object, JSString key);

    @JSBody(script = "return {};")
    private static native JSObject newObject();

    /// Assignment would set the prototype where the name is `__proto__`.
    @JSBody(
            params = {"object", "name", "value"},
            script = "if (name === '__proto__') {"
                    + " Object.defineProperty(object, name,"
                    + " {value: value, enumerable: true, configurable: true, writable: true});"
                    + " } else { object[name] = value; }")
    private static native void define(JSObject object, String name, @Nullable JSObject value);
}
