package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;

/// The ranges of scales that have names.
///
/// Source: vega-parser/src/parsers/scale.js (`parseScaleRange`), config.js @ v6.4.0.
final class ScaleRanges {
    private static final List<String> SYMBOLS = List.of(
            "circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down", "triangle-left");

    private ScaleRanges() {}

    /// The range of a name: one of the spec's own settings, of Vega's, or the extent of the view; `null` when there is
    /// none of this name.
    static @Nullable JsonValue named(String name, ScaleSpec scale, JsonObject config) {
        JsonObject ranges = Members.object(config, "range");
        JsonValue own = ranges == null ? null : ranges.get(name);
        JsonValue range = own == null ? builtin(name, scale) : own;
        return range instanceof JsonString(String other) && !other.equals(name)
                ? named(other, scale, without(config, name))
                : range;
    }

    private static JsonObject without(JsonObject config, String name) {
        JsonObject ranges = Members.object(config, "range");
        return ranges == null ? config : config.with("range", ranges.without(name));
    }

    private static @Nullable JsonValue builtin(String name, ScaleSpec scale) {
        return switch (name) {
            case "width" -> list(new JsonNumber(0), signal("width"));
            case "height" ->
                isTopDown(scale)
                        ? list(new JsonNumber(0), signal("height"))
                        : list(signal("height"), new JsonNumber(0));
            case "category" -> scheme("tableau10");
            case "ordinal", "ramp" -> scheme("blues");
            case "heatmap" -> scheme("yellowgreenblue");
            case "diverging" -> scheme("blueorange").with("extent", list(new JsonNumber(1), new JsonNumber(0)));
            case "symbol" -> symbols();
            default -> null;
        };
    }

    private static boolean isTopDown(ScaleSpec scale) {
        return scale.isDiscrete() || scale.type().equals("bin-ordinal");
    }

    private static JsonArray list(JsonValue first, JsonValue second) {
        return new JsonArray(List.of(first, second));
    }

    private static JsonObject signal(String name) {
        return JsonObject.EMPTY.with("signal", new JsonString(name));
    }

    private static JsonObject scheme(String name) {
        return JsonObject.EMPTY.with("scheme", new JsonString(name));
    }

    private static JsonArray symbols() {
        List<JsonValue> symbols = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            symbols.add(new JsonString(symbol));
        }
        return new JsonArray(symbols);
    }
}
