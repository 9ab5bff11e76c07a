package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.Optional;

/// Puts a zone map together from runs of rows, in any order and by any number of threads. A zone may be in several
/// runs.
final class ZoneMapBuilder {
    private ZoneMap map = new ZoneMap(new double[0], new double[0], new boolean[0], new boolean[0]);
    private long rows;

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
        if (zone >= map.minima().length) {
            map = withRoom(Math.max(zone + 1, 2 * map.minima().length));
        }
        map.minima()[zone] = Math.min(map.minima()[zone], range[0]);
        map.maxima()[zone] = Math.max(map.maxima()[zone], range[1]);
        map.hasNaN()[zone] |= haveNaN;
        rows += size;
    }

    private ZoneMap withRoom(int zones) {
        int known = map.minima().length;
        ZoneMap larger = copy(zones);
        Arrays.fill(larger.minima(), known, zones, Double.POSITIVE_INFINITY);
        Arrays.fill(larger.maxima(), known, zones, Double.NEGATIVE_INFINITY);
        return larger;
    }

    private ZoneMap copy(int zones) {
        return new ZoneMap(
                Arrays.copyOf(map.minima(), zones),
                Arrays.copyOf(map.maxima(), zones),
                Arrays.copyOf(map.hasNaN(), zones),
                Arrays.copyOf(map.hasNull(), zones));
    }

    /// The map of a column of so many rows; empty unless all of them have been added.
    synchronized Optional<ZoneMap> build(int length) {
        return rows == length ? Optional.of(copy(ZoneMap.zones(length))) : Optional.empty();
    }
}
