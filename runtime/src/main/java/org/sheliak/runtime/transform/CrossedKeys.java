package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the combinations of the values of several keys that no row has, in the order in which Vega makes them up:
/// that of JavaScript's property names, where whole numbers come first and rise.
///
/// Source: `cross` of vega-transforms/src/Aggregate.js @ v6.4.0.
final class CrossedKeys {
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
        SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int row : grouping.firstRows()) {
            values.put(KeyForm.NAME.text(key.value(row), zone), key.value(row));
        }
        return PropertyNames.ordered(values);
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
