package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.Optional;

/// Puts a zone map together from runs of rows, in any order and by any number of threads. A zone may be in several
/// runs.
final class ZoneMapBuilder {
    private final ZoneMap map;
    private final int rows;
    private int added;

    /// @param rows of the column, all of them
    ZoneMapBuilder(int rows) {
        int zones = ZoneMap.zones(rows);
        this.rows = rows;
        this.map = new ZoneMap(new double[zones], new double[zones], new boolean[zones], new boolean[zones]);
        Arrays.fill(map.minima(), Double.POSITIVE_INFINITY);
        Arrays.fill(map.maxima(), Double.NEGATIVE_INFINITY);
    }

    /// The rows of a column that is not there yet.
    interface Extremes {
        /// Widens a range to hold the rows `from` to `from + count`.
        ///
        /// @return whether one of them is NaN
        boolean widen(int from, int count, double[] range);
    }

    /// Adds a run of rows, none of them `null`, which was not added before.
    void add(int from, int count, Extremes extremes) {
        int end = from + count;
        for (int first = from; first < end; ) {
            int zone = first / ZoneMap.ZONE;
            int size = (int) Math.min(end, (zone + 1L) * ZoneMap.ZONE) - first;
            double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            add(zone, size, range, extremes.widen(first, size, range));
            first += size;
        }
    }

    private synchronized void add(int zone, int size, double[] range, boolean haveNaN) {
        map.minima()[zone] = Math.min(map.minima()[zone], range[0]);
        map.maxima()[zone] = Math.max(map.maxima()[zone], range[1]);
        map.hasNaN()[zone] |= haveNaN;
        added += size;
    }

    /// The map; empty unless all rows have been added.
    synchronized Optional<ZoneMap> build() {
        return added == rows ? Optional.of(map) : Optional.empty();
    }
}
