package org.sheliak.aparapi;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.WeakHashMap;
import org.sheliak.runtime.kernel.BinCountQuery;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.RangeFilter;

/// What was asked before. To copy a column to a device costs more than to answer one query about it, so it waits until
/// a column, or a column with the same bins, comes a second time: brushing repeats both, zooming only the column.
final class Sightings {
    private static final int GRIDS_PER_COLUMN = 8;

    /// Filtered columns and the grids of binned ones, by their identity, which has the equality of objects.
    private final Map<Object, SequencedSet<Object>> uses = new WeakHashMap<>();

    private enum Use {
        FILTERED
    }

    /// Notes the query.
    ///
    /// @return whether all its columns were used in this way before
    synchronized boolean isRepeated(BinCountQuery query) {
        boolean isRepeated = true;
        for (RangeFilter filter : query.filters()) {
            isRepeated &= isRepeated(filter.column().identity(), Use.FILTERED);
        }
        for (Binning binning : query.bins()) {
            isRepeated &= isRepeated(binning.column().identity(), binning.grid());
        }
        return isRepeated;
    }

    /// @param use `FILTERED`, or the grid of a binning
    private boolean isRepeated(Object identity, Object use) {
        SequencedSet<Object> seen = uses.computeIfAbsent(identity, any -> new LinkedHashSet<>());
        boolean isRepeated = seen.contains(use);
        seen.addLast(use);
        if (seen.size() > GRIDS_PER_COLUMN) {
            seen.removeFirst();
        }
        return isRepeated;
    }
}
