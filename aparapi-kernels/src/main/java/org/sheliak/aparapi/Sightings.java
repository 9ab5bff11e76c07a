package org.sheliak.aparapi;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.WeakHashMap;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.RangeFilter;

/// What was asked before. To copy a column to a device costs more than to answer one query about it, so it waits until
/// a column, or a column with the same bins, comes a second time: brushing repeats both, zooming only the column.
final class Sightings {
    private static final int GRIDS_PER_COLUMN = 8;

    /// The uses of columns and codes, by what they are identified by, which has the equality of objects.
    private final Map<Object, SequencedSet<Object>> uses = new WeakHashMap<>();

    private enum Use {
        FILTERED,
        GROUPED
    }

    /// Notes the query.
    ///
    /// @return whether all its columns were used in this way before
    synchronized boolean isRepeated(CountQuery query) {
        boolean isRepeated = true;
        for (RangeFilter filter : query.filters()) {
            isRepeated &= isRepeated(filter.column().identity(), Use.FILTERED);
        }
        for (Dimension dimension : query.dimensions()) {
            isRepeated &= switch (dimension) {
                case Binning binning -> isRepeated(binning.column().identity(), binning.grid());
                case CodedRows codes -> isRepeated(codes, Use.GROUPED);
            };
        }
        return isRepeated;
    }

    /// @param use `FILTERED`, `GROUPED`, or the grid of a binning
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
