package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;

/// Ranges of columns that a row must lie in, all of them.
///
/// @param ranges at most one for each column, none that lets everything through
/// @param isNever whether no row passes, whatever the ranges say
record Conjunction(List<RangeFilter> ranges, boolean isNever) {
    /// Every row passes.
    static final Conjunction ALWAYS = new Conjunction(List.of(), false);

    /// No row passes.
    static final Conjunction NEVER = new Conjunction(List.of(), true);

    Conjunction {
        ranges = List.copyOf(ranges);
    }

    static Conjunction of(boolean passes) {
        return passes ? ALWAYS : NEVER;
    }

    static Conjunction of(RangeFilter filter) {
        return ALWAYS.and(new Conjunction(List.of(filter), false));
    }

    /// The rows that pass both.
    Conjunction and(Conjunction other) {
        if (isNever || other.isNever) {
            return NEVER;
        }
        List<RangeFilter> merged = new ArrayList<>();
        Stream.concat(ranges.stream(), other.ranges.stream()).forEach(filter -> merge(merged, filter));
        merged.removeIf(filter -> filter.range().acceptsAll());
        return new Conjunction(merged, false);
    }

    private static void merge(List<RangeFilter> merged, RangeFilter filter) {
        for (int i = 0; i < merged.size(); i++) {
            RangeFilter earlier = merged.get(i);
            if (earlier.column().identity().equals(filter.column().identity())) {
                ValueRange both = earlier.range().and(filter.range());
                merged.set(i, new RangeFilter(earlier.column(), both));
                return;
            }
        }
        merged.add(filter);
    }
}
