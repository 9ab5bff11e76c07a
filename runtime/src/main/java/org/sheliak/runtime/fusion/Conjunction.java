package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.kernel.CodedRangeFilter;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;

/// Ranges of columns that a row must lie in, sets that its codes must be in, and ranges that depend on its codes:
/// all of them.
///
/// @param ranges at most one for each column, none that lets everything through
/// @param codes at most one for each coding of the rows
/// @param codedRanges any number for a column
/// @param isNever whether no row passes, whatever the ranges say
record Conjunction(
        List<RangeFilter> ranges, List<CodeFilter> codes, List<CodedRangeFilter> codedRanges, boolean isNever) {
    /// Every row passes.
    static final Conjunction ALWAYS = new Conjunction(List.of(), List.of(), List.of(), false);

    /// No row passes.
    static final Conjunction NEVER = new Conjunction(List.of(), List.of(), List.of(), true);

    Conjunction {
        ranges = List.copyOf(ranges);
        codes = List.copyOf(codes);
        codedRanges = List.copyOf(codedRanges);
    }

    static Conjunction of(boolean passes) {
        return passes ? ALWAYS : NEVER;
    }

    static Conjunction of(RangeFilter filter) {
        return filter.range().acceptsAll() ? ALWAYS : new Conjunction(List.of(filter), List.of(), List.of(), false);
    }

    static Conjunction of(CodeFilter filter) {
        return new Conjunction(List.of(), List.of(filter), List.of(), false);
    }

    static Conjunction of(CodedRangeFilter filter) {
        return new Conjunction(List.of(), List.of(), List.of(filter), false);
    }

    /// The rows that pass both.
    Conjunction and(Conjunction other) {
        if (isNever || other.isNever) {
            return NEVER;
        }
        if (equals(ALWAYS)) {
            return other;
        }
        if (other.equals(ALWAYS)) {
            return this;
        }
        List<RangeFilter> merged = new ArrayList<>(ranges);
        other.ranges.forEach(filter -> merge(merged, filter));
        List<CodedRangeFilter> both = new ArrayList<>(codedRanges);
        both.addAll(other.codedRanges);
        return new Conjunction(merged, mergedCodes(other), both, false);
    }

    private List<CodeFilter> mergedCodes(Conjunction other) {
        Map<CodedRows, BitSet> accepted = new LinkedHashMap<>();
        for (CodeFilter filter : codes) {
            accepted.put(filter.codes(), filter.accepted());
        }
        for (CodeFilter filter : other.codes) {
            BitSet both = (BitSet) filter.accepted().clone();
            both.and(accepted.getOrDefault(filter.codes(), both));
            accepted.put(filter.codes(), both);
        }
        List<CodeFilter> merged = new ArrayList<>();
        accepted.forEach((rows, both) -> merged.add(new CodeFilter(rows, both)));
        return merged;
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
