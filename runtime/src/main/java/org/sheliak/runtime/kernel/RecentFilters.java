package org.sheliak.runtime.kernel;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// The rows that passed the filters of the last queries: views of a dashboard filter alike, all but by their own brush.
/// What the filters look at is not held. Safe for any number of threads.
final class RecentFilters {
    /// Filters that are remembered, with a bit for each row.
    private static final int MOST = 4;

    /// The least recently used first.
    private final List<Known> filters = new ArrayList<>();

    private record Known(WeakReference<Object> identity, Object accepted, PassedRows passed) {
        boolean isOf(RowFilter filter) {
            return identity.refersTo(filter.identity()) && accepted.equals(filter.accepted());
        }
    }

    /// The rows that pass each of the filters that look at rows in one respect, in the query's order.
    synchronized List<PassedRows> of(CountQuery query) {
        filters.removeIf(known -> known.identity.refersTo(null));
        return query.rowFilters().stream()
                .map(filter -> passed(filter, query.rows()))
                .toList();
    }

    private PassedRows passed(RowFilter filter, int rows) {
        Known known = filters.stream()
                .filter(each -> each.isOf(filter))
                .findFirst()
                .orElseGet(() ->
                        new Known(new WeakReference<>(filter.identity()), filter.accepted(), new PassedRows(rows)));
        filters.remove(known);
        if (filters.size() == MOST) {
            filters.removeFirst();
        }
        filters.add(known);
        return known.passed;
    }
}
