package org.sheliak.runtime.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that passed the filters of the last queries: views of a dashboard filter alike, all but by their own brush.
/// Safe for any number of threads.
final class RecentFilters {
    /// Filters that are remembered, with a bit for each row.
    private static final int MOST = 4;

    private record Known(Object identity, Object accepted) {}

    private final Map<Known, PassedRows> passed = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, PassedRows> eldest) {
            return size() > MOST;
        }
    };

    /// The rows that pass each of the filters that look at rows in one respect, in the query's order.
    synchronized List<PassedRows> of(CountQuery query) {
        return query.rowFilters().stream()
                .map(filter -> passed.computeIfAbsent(
                        new Known(filter.identity(), filter.accepted()), unknown -> new PassedRows(query.rows())))
                .toList();
    }
}
