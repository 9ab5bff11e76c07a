package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// The density of the rows of a facet, which `kde` tells of groups of rows.
///
/// Source: vega-transforms/src/Density.js, KDE.js @ v6.4.0.
final class FacetDensity {
    private static final List<String> METHODS = List.of("pdf", "cdf");
    private static final List<String> NUMBERS = List.of("extent", "steps", "minsteps", "maxsteps");

    private FacetDensity() {}

    /// The transform `kde` that gives the rows of a `density`, or `null` when there is none.
    static @Nullable JsonObject curves(JsonObject density) {
        JsonObject distribution = Members.object(density, "distribution");
        String method = density.get("method") == null ? METHODS.getFirst() : Members.text(density, "method");
        if (distribution == null || !isOfRows(distribution) || method == null || !METHODS.contains(method)) {
            return null;
        }
        JsonObject curves = JsonObject.EMPTY
                .with("type", new JsonString("kde"))
                .with("field", new JsonString(String.valueOf(Members.text(distribution, "field"))))
                .with("cumulative", new JsonBoolean(method.equals("cdf")));
        if (distribution.get("bandwidth") instanceof JsonValue bandwidth) {
            curves = curves.with("bandwidth", bandwidth);
        }
        for (String member : NUMBERS) {
            JsonValue value = density.get(member);
            if (value != null && !areNumbers(value)) {
                return null;
            }
            curves = value == null ? curves : curves.with(member, value);
        }
        JsonValue as = density.get("as");
        return as == null ? curves : curves.with("as", as);
    }

    private static boolean isOfRows(JsonObject distribution) {
        JsonValue bandwidth = distribution.get("bandwidth");
        return "kde".equals(Members.text(distribution, "function"))
                && distribution.get("from") == null
                && Members.text(distribution, "field") != null
                && (bandwidth == null || areNumbers(bandwidth));
    }

    /// A number, a list of two, or what only a signal tells.
    private static boolean areNumbers(JsonValue value) {
        return switch (value) {
            case JsonArray(List<JsonValue> elements) ->
                elements.size() == 2 && elements.stream().allMatch(FacetDensity::isNumber);
            case JsonNull ignored -> true;
            default -> isNumber(value);
        };
    }

    private static boolean isNumber(JsonValue value) {
        return value instanceof JsonNumber || Members.signal(value) != null;
    }
}
