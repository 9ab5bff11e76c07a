package org.sheliak.runtime.transform;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/// The names of a JavaScript object's properties: whole numbers come first and rise, the others follow in the order in
/// which they were set.
final class PropertyNames {
    /// The largest name that counts as an index: 2^32 - 2.
    private static final long MAX_INDEX = 0xFFFF_FFFEL;

    private static final int MAX_DIGITS = 10;

    /// What every object inherits.
    private static final Set<String> INHERITED = Set.of(
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__");

    private PropertyNames() {}

    /// The entries in the order of an object's properties.
    static <V> SequencedMap<String, V> ordered(SequencedMap<String, V> entries) {
        SequencedMap<String, V> ordered = new LinkedHashMap<>();
        entries.entrySet().stream()
                .filter(entry -> isIndex(entry.getKey()))
                .sorted(Comparator.comparingLong(entry -> Long.parseLong(entry.getKey())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        entries.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /// Whether JavaScript orders a property of this name by its number.
    static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > MAX_DIGITS || (name.length() > 1 && name.charAt(0) == '0')) {
            return false;
        }
        return name.chars().allMatch(character -> character >= '0' && character <= '9')
                && Long.parseLong(name) <= MAX_INDEX;
    }

    /// Whether an object without any property of its own has one of this name.
    static boolean isInherited(String name) {
        return INHERITED.contains(name);
    }
}
