package org.sheliak.runtime.index;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sheliak.runtime.kernel.ValueRange;

/// Tells which columns are brushed, by what differs between queries of one shape. Safe for any number of threads.
final class BrushMoves {
    private static final int MOST_COLUMNS = 2;
    private static final int MOST_SHAPES = 64;

    /// The least recently asked first.
    private final Map<QueryShape, Step> steps = new LinkedHashMap<>();

    /// @param ranges the ranges of the last query, and the sets of its codes, by column
    /// @param moved the columns that it had moved
    private record Step(Map<Object, Object> ranges, Set<Object> moved) {}

    /// Takes note of a query, and tells the columns whose ranges have moved since the last one, together with
    /// those that moved then: a brush that is dragged sideways and then upwards is one brush. None when they are
    /// more than an index can have.
    synchronized Set<Object> next(QueryShape shape, Map<Object, Object> ranges) {
        Step before = steps.remove(shape);
        Set<Object> moved = before == null ? Set.of() : differing(before.ranges, ranges);
        if (steps.size() == MOST_SHAPES) {
            steps.remove(steps.keySet().iterator().next());
        }
        steps.put(shape, new Step(Map.copyOf(ranges), moved.isEmpty() && before != null ? before.moved : moved));
        if (before == null || moved.isEmpty()) {
            return Set.of();
        }
        Set<Object> both = new HashSet<>(moved);
        both.addAll(before.moved);
        Set<Object> brushed = both.size() <= MOST_COLUMNS ? both : moved;
        return brushed.size() <= MOST_COLUMNS ? brushed : Set.of();
    }

    private static Set<Object> differing(Map<Object, Object> before, Map<Object, Object> now) {
        Set<Object> columns = new HashSet<>(before.keySet());
        columns.addAll(now.keySet());
        columns.removeIf(
                column -> before.getOrDefault(column, ValueRange.ALL).equals(now.getOrDefault(column, ValueRange.ALL)));
        return columns;
    }
}
