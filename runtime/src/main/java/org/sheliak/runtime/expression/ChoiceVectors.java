package org.sheliak.runtime.expression;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `test ? consequent : alternate` on whole batches of one type.
final class ChoiceVectors {
    private ChoiceVectors() {}

    static TypedVector choose(BooleanVector test, TypedVector consequent, TypedVector alternate) {
        boolean isNullable = consequent.isNullable || alternate.isNullable;
        return switch (consequent) {
            case NumberVector numbers -> {
                NumberVector result = NumberVector.like(numbers, isNullable);
                yield choose(result, test, numbers, (NumberVector) alternate);
            }
            case BooleanVector booleans ->
                choose(new BooleanVector(isNullable), test, booleans, (BooleanVector) alternate);
            case StringVector strings -> choose(isNullable, test, strings, (StringVector) alternate);
        };
    }

    private static NumberVector choose(
            NumberVector result, BooleanVector test, NumberVector first, NumberVector second) {
        result.by((from, count) -> {
            load(result, test, first, second, from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = test.values[i] ? first.values[i] : second.values[i];
            }
        });
        return result;
    }

    private static BooleanVector choose(
            BooleanVector result, BooleanVector test, BooleanVector first, BooleanVector second) {
        result.by((from, count) -> {
            load(result, test, first, second, from, count);
            for (int i = 0; i < count; i++) {
                result.values[i] = test.values[i] ? first.values[i] : second.values[i];
            }
        });
        return result;
    }

    /// The result's dictionary is that of the first, and then what only the second has.
    private static StringVector choose(
            boolean isNullable, BooleanVector test, StringVector first, StringVector second) {
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        first.dictionary.forEach(text -> codeOf.putIfAbsent(text, codeOf.size()));
        second.dictionary.forEach(text -> codeOf.putIfAbsent(text, codeOf.size()));
        int[] recoded = second.dictionary.stream().mapToInt(codeOf::get).toArray();
        StringVector result = new StringVector(isNullable, List.copyOf(codeOf.keySet()));
        result.by((from, count) -> {
            load(result, test, first, second, from, count);
            for (int i = 0; i < count; i++) {
                boolean isNull = result.isNull(i);
                result.codes[i] = isNull ? 0 : test.values[i] ? first.codes[i] : recoded[second.codes[i]];
            }
        });
        return result;
    }

    private static void load(
            TypedVector result, BooleanVector test, TypedVector first, TypedVector second, int from, int count) {
        test.load(from, count);
        first.load(from, count);
        second.load(from, count);
        for (int i = 0; result.isNullable && i < count; i++) {
            result.nulls[i] = test.values[i] ? first.isNull(i) : second.isNull(i);
        }
    }

    /// Nulls of the same type as another vector.
    static TypedVector nullsLike(TypedVector other) {
        TypedVector result = switch (other) {
            case NumberVector numbers -> NumberVector.like(numbers, true);
            case BooleanVector _ -> new BooleanVector(true);
            case StringVector strings -> new StringVector(true, strings.dictionary);
        };
        Arrays.fill(result.nulls, true);
        return result;
    }
}
