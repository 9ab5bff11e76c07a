package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;

/// The different values of a domain, in order of first appearance. Dates are the same as their milliseconds.
///
/// Source: internmap/src/index.js @ v2.0, as d3-scale/src/ordinal.js uses it.
final class DistinctValues {
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Map<@Nullable Object, Integer> places = new HashMap<>();

    DistinctValues(List<? extends @Nullable Object> all) {
        for (Object value : all) {
            if (places.putIfAbsent(key(value), values.size()) == null) {
                values.add(value);
            }
        }
    }

    List<@Nullable Object> values() {
        return Numbers.copy(values);
    }

    int count() {
        return values.size();
    }

    /// The place of a value, or -1.
    int indexOf(@Nullable Object value) {
        return places.getOrDefault(key(value), -1);
    }

    private static @Nullable Object key(@Nullable Object value) {
        return switch (value) {
            // Both zeros are one key.
            case Double number -> number + 0.0;
            case DateValue(double millis) -> millis + 0.0;
            case null, default -> value;
        };
    }
}
