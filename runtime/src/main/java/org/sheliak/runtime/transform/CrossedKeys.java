package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the combinations of the values of several keys that no row has, in the order in which Vega makes them up:
/// that of JavaScript's property names, where whole numbers come first and rise.
///
/// Source: `cross` of vega-transforms/src/Aggregate.js @ v6.4.0.
final class CrossedKeys {
    /// The largest name that counts as an index: 2^32 - 2.
    private static final long MAX_INDEX = 0xFFFF_FFFEL;

    private static final String SEPARATOR = "|";

    private final List<Map<String, @Nullable Object>> domains;
    private final Set<String> known;
    private final List<@Nullable Object[]> missing = new ArrayList<>();

    private CrossedKeys(List<Map<String, @Nullable Object>> domains, Set<String> known) {
        this.domains = domains;
        this.known = known;
    }

    /// The values of each combination that no group has.
    static List<@Nullable Object[]> missing(List<Column> keys, Grouping grouping, TimeZoneRules zone) {
        KeyCoder coder = new KeyCoder(KeyForm.NAME, zone);
        Set<String> known = new HashSet<>();
        for (int row : grouping.firstRows()) {
            known.add(coder.text(keys, row));
        }
        List<Map<String, @Nullable Object>> domains =
                keys.stream().map(key -> domain(key, grouping, zone)).toList();
        CrossedKeys crossed = new CrossedKeys(domains, known);
        crossed.generate("", new Object[keys.size()], 0);
        return crossed.missing;
    }

    /// The values of a key by their text; the last of those with the same text.
    private static Map<String, @Nullable Object> domain(Column key, Grouping grouping, TimeZoneRules zone) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int row : grouping.firstRows()) {
            values.put(KeyForm.NAME.text(key.value(row), zone), key.value(row));
        }
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(CrossedKeys::isIndex)
                .sorted(Comparator.comparingLong(Long::parseLong))
                .forEach(name -> ordered.put(name, values.get(name)));
        values.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /// Whether JavaScript orders a property of this name by its number.
    static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > 10 || (name.length() > 1 && name.charAt(0) == '0')) {
            return false;
        }
        return name.chars().allMatch(character -> character >= '0' && character <= '9')
                && Long.parseLong(name) <= MAX_INDEX;
    }

    /// Vega joins names only after a name that is not empty, and so finds keys that begin with an empty one missing.
    private void generate(String base, @Nullable Object[] values, int index) {
        domains.get(index).forEach((name, value) -> {
            String key = base.isEmpty() ? name : base + SEPARATOR + name;
            values[index] = value;
            if (index + 1 < values.length) {
                generate(key, values, index + 1);
            } else if (known.add(key)) {
                missing.add(values.clone());
            }
        });
    }
}
