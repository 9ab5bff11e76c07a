package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the items of a rewritten spec stood in the original one, by JSON pointers. What was not moved is not listed.
final class Origins {
    private final Map<String, String> origins = new LinkedHashMap<>();

    /// Origins of a spec in which nothing was moved.
    static Origins none() {
        return new Origins();
    }

    /// Notes that an item now at `pointer` stood at `origin`.
    void put(String pointer, String origin) {
        origins.put(pointer, origin);
    }

    /// The origin of an item, or of a place inside of an item.
    String of(String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            String origin = origins.get(pointer.substring(0, end));
            if (origin != null) {
                return origin + pointer.substring(end);
            }
        }
        return pointer;
    }

    /// These origins after a second rewriting, which moved what the first one had moved.
    Origins then(Origins second) {
        Origins all = new Origins();
        all.origins.putAll(origins);
        second.origins.forEach((pointer, between) -> all.origins.put(pointer, of(between)));
        return all;
    }
}
