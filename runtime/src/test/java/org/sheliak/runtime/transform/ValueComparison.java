package org.sheliak.runtime.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Undefined;

/// Compares values of the expression language: types and all, numbers within the last bits of a sum.
final class ValueComparison {
    private static final double TOLERANCE = 1e-9;

    private ValueComparison() {}

    /// Adds a line for each place where the two differ. A missing member and one that is undefined are the same.
    static void compare(String place, @Nullable Object expected, @Nullable Object actual, List<String> differences) {
        switch (expected) {
            case List<?> list
            when actual instanceof List<?> other && list.size() == other.size() -> {
                for (int i = 0; i < list.size(); i++) {
                    compare(place + "/" + i, list.get(i), other.get(i), differences);
                }
            }
            case Map<?, ?> map
            when actual instanceof Map<?, ?> other -> {
                Set<Object> names = new LinkedHashSet<>(map.keySet());
                names.addAll(other.keySet());
                for (Object name : names) {
                    compare(place + "/" + name, member(map, name), member(other, name), differences);
                }
            }
            case Double number when actual instanceof Double other && near(number, other) -> {}
            case null, default -> {
                if (expected == null ? actual != null : !expected.equals(actual)) {
                    differences.add(place + ": expected " + expected + ", found " + actual);
                }
            }
        }
    }

    private static @Nullable Object member(Map<?, ?> map, Object name) {
        return map.containsKey(name) ? map.get(name) : Undefined.UNDEFINED;
    }

    private static boolean near(double expected, double actual) {
        return Double.compare(expected, actual) == 0
                || (expected == 0 ? actual == 0 : Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected));
    }
}
