package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.ValueOrder;

/// Functions of arrays, some of which also take strings.
///
/// Source: vega-functions/src/functions/sequence.js, pluck.js, merge.js; vega-util/src/extent.ts, span.ts, ...;
/// d3-array/src/range.js; @ v6.4.0.
public final class ListFunctions {
    private static final int MAX_SEQUENCE_LENGTH = 10_000_000;

    private ListFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("length", (arguments, _) -> Members.get(arguments.get(0), "length"))
                        .atLeast(1),
                FunctionDefinition.of("indexof", ListFunctions::indexof),
                FunctionDefinition.of("lastindexof", ListFunctions::lastindexof),
                FunctionDefinition.of("slice", ListFunctions::slice),
                FunctionDefinition.of("join", ListFunctions::join),
                FunctionDefinition.of(
                        "reverse", (arguments, _) -> list("reverse", arguments).reversed()),
                FunctionDefinition.of("sort", ListFunctions::sort),
                FunctionDefinition.of("peek", (arguments, _) -> last(arguments.get(0))),
                FunctionDefinition.of("pluck", (arguments, _) -> pluck(arguments.get(0), path(arguments.get(1)))),
                FunctionDefinition.of("merge", (arguments, _) -> merge(arguments)),
                FunctionDefinition.of("sequence", (arguments, _) -> sequence(arguments)));
    }

    private static List<@Nullable Object> list(String function, Arguments arguments) {
        if (arguments.get(0) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw Errors.unusable(function, "an array", arguments.get(0));
    }

    /// The last element of an array, or the last character of a text.
    static @Nullable Object last(@Nullable Object sequence) {
        double length = Coercion.toNumber(Members.get(sequence, "length"));
        return Members.get(sequence, length - 1);
    }

    private static Double indexof(Arguments arguments, EvaluationScope scope) {
        if (arguments.get(0) instanceof String text) {
            int from = Math.clamp(Coercion.toIndex(arguments.number(2, 0)), 0, text.length());
            return (double) text.indexOf(scope.text(arguments.get(1)), from);
        }
        if (!(arguments.get(0) instanceof List<?> list)) {
            throw Errors.unusable("indexof", "an array or a string", arguments.get(0));
        }
        for (int i = start(arguments.number(2), list.size()); i < list.size(); i++) {
            if (Operations.strictEquals(list.get(i), arguments.get(1))) {
                return (double) i;
            }
        }
        return -1.0;
    }

    private static Double lastindexof(Arguments arguments, EvaluationScope scope) {
        double from = arguments.number(2);
        if (arguments.get(0) instanceof String text) {
            int last = Double.isNaN(from) ? text.length() : Math.clamp(Coercion.toIndex(from), 0, text.length());
            return (double) text.lastIndexOf(scope.text(arguments.get(1)), last);
        }
        if (!(arguments.get(0) instanceof List<?> list)) {
            throw Errors.unusable("lastindexof", "an array or a string", arguments.get(0));
        }
        int size = list.size();
        int index = arguments.count() > 2 ? Coercion.toIndex(from) : size - 1;
        for (int i = index < 0 ? size + index : Math.min(index, size - 1); i >= 0; i--) {
            if (Operations.strictEquals(list.get(i), arguments.get(1))) {
                return (double) i;
            }
        }
        return -1.0;
    }

    private static Object slice(Arguments arguments, EvaluationScope scope) {
        if (arguments.get(0) instanceof String text) {
            int start = start(arguments.number(1), text.length());
            int end = end(arguments, text.length());
            return start < end ? text.substring(start, end) : "";
        }
        if (arguments.get(0) instanceof List<?> list) {
            int start = start(arguments.number(1), list.size());
            int end = end(arguments, list.size());
            return start < end ? new ArrayList<>(list.subList(start, end)) : new ArrayList<>();
        }
        throw Errors.unusable("slice", "an array or a string", arguments.get(0));
    }

    /// An index that counts from the end when negative, within the sequence.
    private static int start(double index, int length) {
        double whole = Double.isNaN(index) ? 0 : index < 0 ? Math.ceil(index) : Math.floor(index);
        return (int) (whole < 0 ? Math.max(length + whole, 0) : Math.min(whole, length));
    }

    private static int end(Arguments arguments, int length) {
        return arguments.isUndefined(2) ? length : start(arguments.number(2), length);
    }

    private static String join(Arguments arguments, EvaluationScope scope) {
        String separator = arguments.isUndefined(1) ? "," : scope.text(arguments.get(1));
        return Coercion.join(list("join", arguments), separator, scope.zone());
    }

    /// In Vega's ascending order, except that undefined comes last, as in every sort of JavaScript.
    private static List<@Nullable Object> sort(Arguments arguments, EvaluationScope scope) {
        List<@Nullable Object> defined = list("sort", arguments);
        int size = defined.size();
        defined.removeIf(value -> value == Undefined.UNDEFINED);
        @Nullable Object[] values = defined.toArray();
        StableSort.sort(values, new ValueOrder(scope.zone()));
        List<@Nullable Object> sorted = new ArrayList<>(Arrays.asList(values));
        while (sorted.size() < size) {
            sorted.add(Undefined.UNDEFINED);
        }
        return sorted;
    }

    /// The names in an access path. What is neither a text nor a list has no length, and so no names.
    private static List<String> path(@Nullable Object field) {
        if (field instanceof String text) {
            return FieldPath.parse(text).segments();
        }
        if (Coercion.isNullish(field) || (field instanceof List<?> list && !list.isEmpty())) {
            throw Errors.unusable("pluck", "the name of a field", field);
        }
        return List.of();
    }

    private static @Nullable Object pluck(@Nullable Object data, List<String> path) {
        if (!(data instanceof List<?> list)) {
            return Members.get(data, path);
        }
        List<@Nullable Object> plucked = new ArrayList<>(list.size());
        for (Object element : list) {
            plucked.add(Members.get(element, path));
        }
        return plucked;
    }

    private static Map<String, @Nullable Object> merge(Arguments arguments) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        for (int i = 0; i < arguments.count(); i++) {
            switch (arguments.get(i)) {
                case Map<?, ?> map -> map.forEach((name, value) -> merged.put((String) name, value));
                case List<?> list -> {
                    for (int k = 0; k < list.size(); k++) {
                        merged.put(Integer.toString(k), list.get(k));
                    }
                }
                case String text -> {
                    for (int k = 0; k < text.length(); k++) {
                        merged.put(Integer.toString(k), String.valueOf(text.charAt(k)));
                    }
                }
                case null, default -> {}
            }
        }
        return merged;
    }

    private static List<Double> sequence(Arguments arguments) {
        double start = arguments.count() < 2 ? 0 : arguments.number(0);
        double stop = arguments.count() < 2 ? arguments.number(0) : arguments.number(1);
        double step = arguments.count() < 3 ? 1 : arguments.number(2);
        int length = Coercion.toInt32(Math.max(0, Math.ceil((stop - start) / step)));
        if (length < 0 || length > MAX_SEQUENCE_LENGTH) {
            throw Errors.error(
                    ErrorCode.RESOURCE_LIMIT, "a sequence has more than " + MAX_SEQUENCE_LENGTH + " numbers");
        }
        List<Double> numbers = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            numbers.add(start + i * step);
        }
        return numbers;
    }
}
