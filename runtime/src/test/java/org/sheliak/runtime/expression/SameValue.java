package org.sheliak.runtime.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.SetValue;
import org.sheliak.runtime.value.Undefined;

/// Whether two values are the same to a person who looks at them: type by type, `-0` is not `0`, NaN is NaN, and a
/// member that is undefined is not there.
///
/// @param tolerance by how much numbers may differ, as a part of the greater one; 0 for not at all
record SameValue(double tolerance) {

    boolean test(Object found, Object expected) {
        return switch (expected) {
            case null -> found == null;
            case Double number -> found instanceof Double other && isClose(other, number);
            case DateValue(double millis) -> found instanceof DateValue(double other) && isClose(other, millis);
            case SetValue(List<Object> elements) ->
                found instanceof SetValue(List<Object> other) && areSame(other, elements);
            case List<?> list -> found instanceof List<?> other && areSame(other, list);
            case Map<?, ?> map -> found instanceof Map<?, ?> other && areSame(other, map);
            default -> expected.equals(found);
        };
    }

    private boolean isClose(double found, double expected) {
        return Double.compare(found, expected) == 0
                || Math.abs(found - expected) <= tolerance * Math.max(Math.abs(found), Math.abs(expected));
    }

    private boolean areSame(List<?> found, List<?> expected) {
        boolean same = found.size() == expected.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = test(found.get(i), expected.get(i));
        }
        return same;
    }

    private boolean areSame(Map<?, ?> found, Map<?, ?> expected) {
        Set<Object> names = new HashSet<>(found.keySet());
        names.addAll(expected.keySet());
        return names.stream().allMatch(name -> test(member(found, name), member(expected, name)));
    }

    private static Object member(Map<?, ?> map, Object name) {
        return map.containsKey(name) ? map.get(name) : Undefined.UNDEFINED;
    }
}
