package org.sheliak.runtime.expression.function;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All functions of the expression language: those that can be evaluated here, and those that need a browser.
/// `if` is not among them, for it does not evaluate all of its arguments: the compilers know it.
///
/// Source: vega-functions/src/codegen.js @ v6.4.0 (the names).
public final class FunctionLibrary {
    /// The conditional as a function.
    public static final String IF = "if";

    private static final Map<String, FunctionDefinition> DEFINITIONS = definitions();

    private FunctionLibrary() {}

    private static Map<String, FunctionDefinition> definitions() {
        Map<String, FunctionDefinition> definitions = new TreeMap<>();
        Stream.of(
                        MathFunctions.all(),
                        TypeFunctions.all(),
                        ListFunctions.all(),
                        RangeFunctions.all(),
                        StringFunctions.all(),
                        EncodingFunctions.all(),
                        RegExpFunctions.all(),
                        DateFunctions.all(),
                        TimeIntervalFunctions.all(),
                        FormatFunctions.all(),
                        ColorFunctions.all(),
                        StatisticsFunctions.all(),
                        EaseFunctions.all(),
                        PanZoomFunctions.all(),
                        LassoFunctions.all(),
                        DataFunctions.all(),
                        TreeFunctions.all(),
                        SelectionFunctions.all(),
                        ScaleFunctions.all(),
                        GeoFunctions.all())
                .flatMap(List::stream)
                .forEach(definition -> definitions.put(definition.name(), definition));
        return Collections.unmodifiableMap(definitions);
    }

    /// The names of the functions that can be evaluated here, `if` included, in alphabetical order.
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(DEFINITIONS.keySet());
        names.add(IF);
        return Collections.unmodifiableSet(names);
    }

    /// The function of this name, or `null`.
    public static @Nullable FunctionDefinition named(String name) {
        return DEFINITIONS.get(name);
    }

    /// The names of Vega's functions that need a browser, in alphabetical order.
    public static Set<String> browserOnly() {
        return BrowserFunctions.names();
    }

    /// What of the browser such a function needs, as the end of "the function needs …".
    public static String browserNeed(String name) {
        return BrowserFunctions.need(name);
    }

    /// Whether Vega has a function of this name that needs a browser.
    public static boolean needsBrowser(String name) {
        return BrowserFunctions.names().contains(name);
    }

    /// The name of a function that looks most like this one.
    public static String nearest(String name) {
        Map<String, Integer> distances = new HashMap<>();
        names().forEach(known -> distances.put(known, distance(name, known)));
        browserOnly().forEach(known -> distances.put(known, distance(name, known)));
        return distances.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /// Number of characters to insert, delete or replace (Levenshtein); letters that differ in case only count half,
    /// which is why the distance is doubled.
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = 2 * column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = 2 * row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + replacement(from.charAt(row - 1), to.charAt(column - 1));
                current[column] = Math.min(replaced, 2 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }

    private static int replacement(char from, char to) {
        return from == to ? 0 : Character.toLowerCase(from) == Character.toLowerCase(to) ? 1 : 2;
    }
}
