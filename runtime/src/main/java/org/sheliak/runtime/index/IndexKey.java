package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.RowFilter;

/// What an index is made of.
///
/// @param shape the query without filters
/// @param brushed what the filters look at that may accept anything, by identity
/// @param fixed what the other filters accept
record IndexKey(QueryShape shape, List<Object> brushed, Map<Object, Object> fixed) {

    /// The index for a query of which some filters move.
    ///
    /// @param moved what they look at
    static IndexKey of(QueryShape shape, GroupQuery query, Set<Object> moved) {
        List<Object> brushed = new ArrayList<>();
        Map<Object, Object> fixed = new HashMap<>();
        for (RowFilter filter : query.rows().rowFilters()) {
            if (moved.contains(filter.identity())) {
                brushed.add(filter.identity());
            } else {
                fixed.put(filter.identity(), filter.accepted());
            }
        }
        return new IndexKey(shape, List.copyOf(brushed), Map.copyOf(fixed));
    }

    /// Whether the index answers queries of a shape.
    ///
    /// @param accepted what their filters accept
    boolean answers(QueryShape queried, Map<Object, Object> accepted) {
        if (!shape.equals(queried)) {
            return false;
        }
        Map<Object, Object> others = new HashMap<>(accepted);
        others.keySet().removeAll(brushed);
        return others.equals(fixed);
    }

    /// Whether two indexes differ at most in what other filters than the brushed ones accept.
    boolean isLike(IndexKey other) {
        return shape.equals(other.shape) && brushed.equals(other.brushed);
    }
}
