package org.sheliak.runtime.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;

/// What depends on a column of strings only: computed once for each string of its dictionary, then looked up by code.
/// The last of the results is that of null, if the column has any.
final class DictionaryVectors {
    private DictionaryVectors() {}

    /// The results as a vector, unless they have no single type.
    static Optional<TypedVector> of(StringVector codes, List<@Nullable Object> results) {
        Class<?> type = null;
        for (Object result : results) {
            Class<?> found = result == null ? type : result.getClass();
            if (type != null && found != type) {
                return Optional.empty();
            }
            type = found;
        }
        if (type == Boolean.class) {
            return Optional.of(booleans(codes, results));
        }
        if (type == Double.class || type == DateValue.class) {
            return Optional.of(numbers(codes, results, type == DateValue.class));
        }
        return type == String.class ? Optional.of(strings(codes, results)) : Optional.empty();
    }

    /// Truth of each result, for conditions, whatever their types.
    static BooleanVector truths(StringVector codes, boolean[] truths) {
        BooleanVector vector = new BooleanVector(false);
        int[] indices = new int[TypedVector.BATCH];
        vector.by((from, count) -> {
            index(codes, truths.length - 1, from, count, indices);
            for (int i = 0; i < count; i++) {
                vector.values[i] = truths[indices[i]];
            }
        });
        return vector;
    }

    private static void index(StringVector codes, int nullIndex, int from, int count, int[] indices) {
        codes.load(from, count);
        System.arraycopy(codes.codes, 0, indices, 0, count);
        if (codes.isNullable) {
            for (int i = 0; i < count; i++) {
                indices[i] = codes.nulls[i] ? nullIndex : indices[i];
            }
        }
    }

    private static BooleanVector booleans(StringVector codes, List<@Nullable Object> results) {
        BooleanVector vector = new BooleanVector(results.contains(null));
        boolean[] values = new boolean[results.size()];
        boolean[] nulls = new boolean[results.size()];
        for (int i = 0; i < values.length; i++) {
            nulls[i] = results.get(i) == null;
            values[i] = Boolean.TRUE.equals(results.get(i));
        }
        int[] indices = new int[TypedVector.BATCH];
        vector.by((from, count) -> {
            index(codes, values.length - 1, from, count, indices);
            for (int i = 0; i < count; i++) {
                vector.values[i] = values[indices[i]];
            }
            nulls(vector, nulls, indices, count);
        });
        return vector;
    }

    private static NumberVector numbers(StringVector codes, List<@Nullable Object> results, boolean isDate) {
        boolean isNullable = results.contains(null);
        NumberVector vector = isDate ? NumberVector.dates(isNullable) : NumberVector.numbers(isNullable);
        double[] values = new double[results.size()];
        boolean[] nulls = new boolean[results.size()];
        for (int i = 0; i < values.length; i++) {
            Object result = results.get(i);
            nulls[i] = result == null;
            values[i] = result instanceof Double number
                    ? number
                    : result instanceof DateValue date ? date.epochMillis() : 0;
        }
        int[] indices = new int[TypedVector.BATCH];
        vector.by((from, count) -> {
            index(codes, values.length - 1, from, count, indices);
            for (int i = 0; i < count; i++) {
                vector.values[i] = values[indices[i]];
            }
            nulls(vector, nulls, indices, count);
        });
        return vector;
    }

    private static StringVector strings(StringVector codes, List<@Nullable Object> results) {
        List<String> dictionary = new ArrayList<>();
        Map<String, Integer> codeOf = new HashMap<>();
        int[] values = new int[results.size()];
        boolean[] nulls = new boolean[results.size()];
        for (int i = 0; i < values.length; i++) {
            nulls[i] = results.get(i) == null;
            if (results.get(i) instanceof String text) {
                values[i] = codeOf.computeIfAbsent(text, _ -> {
                    dictionary.add(text);
                    return dictionary.size() - 1;
                });
            }
        }
        StringVector vector = new StringVector(results.contains(null), List.copyOf(dictionary));
        int[] indices = new int[TypedVector.BATCH];
        vector.by((from, count) -> {
            index(codes, values.length - 1, from, count, indices);
            for (int i = 0; i < count; i++) {
                vector.codes[i] = values[indices[i]];
            }
            nulls(vector, nulls, indices, count);
        });
        return vector;
    }

    private static void nulls(TypedVector vector, boolean[] nulls, int[] indices, int count) {
        if (vector.isNullable) {
            for (int i = 0; i < count; i++) {
                vector.nulls[i] = nulls[indices[i]];
            }
        }
    }
}
