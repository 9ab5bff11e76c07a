package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.WhiteSpace;

/// Functions of text, which count in UTF-16 code units as JavaScript does.
///
/// Source: vega-expression/src/functions.js, vega-util/src/pad.ts, truncate.ts @ v6.4.0.
public final class StringFunctions {
    private static final String ELLIPSIS = "\u2026";

    private StringFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of(
                        "parseFloat", (arguments, scope) -> NumberText.parseFloat(scope.text(arguments.get(0)))),
                FunctionDefinition.of(
                        "parseInt",
                        (arguments, scope) -> NumberText.parseInt(
                                scope.text(arguments.get(0)), Coercion.toInt32(arguments.number(1)))),
                ofText("upper", (text, _, _) -> text.toUpperCase(Locale.ROOT)),
                ofText("lower", (text, _, _) -> text.toLowerCase(Locale.ROOT)),
                ofText("trim", (text, _, _) -> WhiteSpace.trim(text)),
                ofText("substring", (text, arguments, _) -> substring(text, arguments)),
                ofText("split", StringFunctions::split),
                ofText("pad", StringFunctions::pad).atLeast(0),
                ofText("truncate", StringFunctions::truncate).atLeast(0));
    }

    @FunctionalInterface
    private interface TextFunction {
        Object call(String text, Arguments arguments, EvaluationScope scope);
    }

    /// A function of the text of its first argument.
    private static FunctionDefinition ofText(String name, TextFunction function) {
        return FunctionDefinition.of(
                        name, (arguments, scope) -> function.call(scope.text(arguments.get(0)), arguments, scope))
                .atLeast(1);
    }

    private static String substring(String text, Arguments arguments) {
        int start = Math.clamp(Coercion.toIndex(arguments.number(1)), 0, text.length());
        int end = arguments.isUndefined(2)
                ? text.length()
                : Math.clamp(Coercion.toIndex(arguments.number(2)), 0, text.length());
        return text.substring(Math.min(start, end), Math.max(start, end));
    }

    private static List<@Nullable Object> split(String text, Arguments arguments, EvaluationScope scope) {
        double limit = arguments.isUndefined(2) ? Double.POSITIVE_INFINITY : Coercion.toUint32(arguments.number(2));
        List<@Nullable Object> parts;
        if (limit == 0) {
            parts = new ArrayList<>();
        } else if (arguments.get(1) instanceof RegExpValue pattern) {
            parts = RegExpPattern.compile(pattern).split(text);
        } else if (arguments.isUndefined(1)) {
            parts = new ArrayList<>(List.of(text));
        } else {
            parts = split(text, scope.text(arguments.get(1)));
        }
        return parts.size() > limit ? new ArrayList<>(parts.subList(0, (int) limit)) : parts;
    }

    private static List<@Nullable Object> split(String text, String separator) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            for (int i = 0; i < text.length(); i++) {
                parts.add(String.valueOf(text.charAt(i)));
            }
            return parts;
        }
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + separator.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String pad(String text, Arguments arguments, EvaluationScope scope) {
        String padding = arguments.truth(2) ? scope.text(arguments.get(2)) : " ";
        double missing = arguments.number(1) - text.length();
        if (missing <= 0) {
            return text;
        }
        if ("left".equals(arguments.get(3))) {
            return repeat(padding, missing) + text;
        }
        if ("center".equals(arguments.get(3))) {
            return repeat(padding, Coercion.toInt32(missing / 2)) + text + repeat(padding, Math.ceil(missing / 2));
        }
        return text + repeat(padding, missing);
    }

    private static String repeat(String text, double times) {
        return text.repeat(Math.max(0, Coercion.toIndex(times)));
    }

    private static String truncate(String text, Arguments arguments, EvaluationScope scope) {
        String ellipsis = arguments.isMissing(3) ? ELLIPSIS : scope.text(arguments.get(3));
        double limit = arguments.number(1);
        if (text.length() <= limit) {
            return text;
        }
        double kept = Math.max(0, limit - ellipsis.length());
        if ("left".equals(arguments.get(2))) {
            return ellipsis + slice(text, text.length() - kept, text.length());
        }
        if ("center".equals(arguments.get(2))) {
            int tail = Coercion.toInt32(kept / 2);
            return slice(text, 0, Math.ceil(kept / 2)) + ellipsis + slice(text, text.length() - tail, text.length());
        }
        return slice(text, 0, kept) + ellipsis;
    }

    private static String slice(String text, double start, double end) {
        int from = Math.clamp(Coercion.toIndex(start), 0, text.length());
        int to = Math.clamp(Coercion.toIndex(end), 0, text.length());
        return from < to ? text.substring(from, to) : "";
    }
}
