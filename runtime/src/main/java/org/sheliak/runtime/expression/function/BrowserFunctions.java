package org.sheliak.runtime.expression.function;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Functions of Vega that cannot be evaluated here, and what of the browser each of them needs.
///
/// Source: vega-functions/src/codegen.js @ v6.4.0 (the names).
final class BrowserFunctions {
    private static final Map<String, String> NEEDS = needs();

    private BrowserFunctions() {}

    private static Map<String, String> needs() {
        Map<String, String> needs = new TreeMap<>();
        put(
                needs,
                "a scale that the browser draws with",
                List.of("copy", "gradient", "_bandwidth", "_range", "_scale"));
        put(needs, "a path that the browser draws", List.of("geoShape"));
        put(needs, "an event", List.of("group", "item", "pinchAngle", "pinchDistance", "view", "x", "xy", "y"));
        put(needs, "items of the drawing", List.of("encode", "intersect", "intersectLasso"));
        put(needs, "a canvas to draw on", List.of("pathShape"));
        put(needs, "data sets of the view, which it changes", List.of("modify", "setdata"));
        put(needs, "the window", List.of("containerSize", "screen", "windowSize"));
        put(needs, "the browser's log", List.of("debug", "info", "warn"));
        return Collections.unmodifiableMap(needs);
    }

    private static void put(Map<String, String> needs, String need, List<String> functions) {
        functions.forEach(function -> needs.put(function, need));
    }

    static Set<String> names() {
        return NEEDS.keySet();
    }

    /// What a function needs, as the end of "the function needs …"; of another function, a browser.
    static String need(String function) {
        return NEEDS.getOrDefault(function, "a browser");
    }
}
