package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sheliak.runtime.table.NumericColumn;

/// The least and the greatest number of each zone of a column's rows, by which a range is told from nothing and from
/// all without looking at the rows. Holds none of the column.
///
/// Source: G. Moerkotte, "Small Materialized Aggregates: A Light Weight Index Structure for Data Warehousing" (1998).
///
/// @param minima of the numbers of each zone; positive infinity where it has none
/// @param maxima negative infinity where it has none
/// @param hasNaN whether a zone has NaN
/// @param hasNull whether a zone has null
@SuppressWarnings("ArrayRecordComponent")
record ZoneMap(double[] minima, double[] maxima, boolean[] hasNaN, boolean[] hasNull) {
    /// Rows of a zone; the last zone may have fewer.
    static final int ZONE = 16 * BatchLoops.BATCH;

    /// Zones that a sample has at least, where there are as many.
    private static final int SAMPLES = 16;

    /// One zone of so many is a good part.
    private static final int LEAST_TOLD = 8;

    /// What a range is to the rows of a zone.
    enum Passing {
        NONE,
        SOME,
        ALL
    }

    /// The map of all zones: one pass over the column, on all cores.
    static ZoneMap of(NumericColumn column, BatchLoops loops) {
        return ofEvery(column, 1, loops);
    }

    /// The map of some zones, evenly spread. What the others hold is unknown, and so any number, NaN and null.
    static ZoneMap sample(NumericColumn column, BatchLoops loops) {
        return ofEvery(column, Math.max(1, zones(column.length()) / SAMPLES), loops);
    }

    private static ZoneMap ofEvery(NumericColumn column, int every, BatchLoops loops) {
        int zones = zones(column.length());
        ZoneMap map = new ZoneMap(new double[zones], new double[zones], new boolean[zones], new boolean[zones]);
        Arrays.fill(map.minima, Double.NEGATIVE_INFINITY);
        Arrays.fill(map.maxima, Double.POSITIVE_INFINITY);
        Arrays.fill(map.hasNaN, true);
        Arrays.fill(map.hasNull, true);
        IntStream.range(0, (zones + every - 1) / every)
                .parallel()
                .forEach(sample -> map.read(column, sample * every, loops));
        return map;
    }

    static int zones(int rows) {
        return (int) ((rows + ZONE - 1L) / ZONE);
    }

    private void read(NumericColumn column, int zone, BatchLoops loops) {
        double[] values = new double[BatchLoops.BATCH];
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean foundNaN = false;
        boolean foundNull = false;
        int end = (int) Math.min(column.length(), (zone + 1L) * ZONE);
        for (int first = zone * ZONE; first < end; first += BatchLoops.BATCH) {
            int count = Math.min(BatchLoops.BATCH, end - first);
            column.load(first, count, values);
            int numbers = column.validity().nullCount() == 0 ? count : keepValid(column, first, count, values);
            foundNaN |= loops.widen(values, numbers, range);
            foundNull |= numbers < count;
        }
        minima[zone] = range[0];
        maxima[zone] = range[1];
        hasNaN[zone] = foundNaN;
        hasNull[zone] = foundNull;
    }

    private static int keepValid(NumericColumn column, int first, int count, double[] values) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            values[kept] = values[i];
            kept += column.isNull(first + i) ? 0 : 1;
        }
        return kept;
    }

    /// Whether no row of the zone has null or NaN.
    boolean hasNumbersOnly(int zone) {
        return !hasNaN[zone] && !hasNull[zone];
    }

    /// Whether the map tells of a good part of a sample's zones that none or all of their rows are in a range. Where
    /// it does not, such as for rows in no order, the whole map is not worth a pass over the column.
    boolean isTelling(ValueRange range) {
        int every = Math.max(1, minima.length / SAMPLES);
        int told = 0;
        for (int zone = 0; zone < minima.length; zone += every) {
            told += passing(zone, range) == Passing.SOME ? 0 : 1;
        }
        return told * LEAST_TOLD * every >= minima.length;
    }

    /// What a range is to a zone.
    Passing passing(int zone, ValueRange range) {
        boolean hasNumbers = minima[zone] <= maxima[zone];
        boolean somePass = (hasNumbers && range.lower() <= maxima[zone] && range.upper() >= minima[zone])
                || (hasNaN[zone] && range.acceptsNaN())
                || (hasNull[zone] && range.acceptsNull());
        if (!somePass) {
            return Passing.NONE;
        }
        boolean allPass = (!hasNumbers || (range.lower() <= minima[zone] && range.upper() >= maxima[zone]))
                && (!hasNaN[zone] || range.acceptsNaN())
                && (!hasNull[zone] || range.acceptsNull());
        return allPass ? Passing.ALL : Passing.SOME;
    }
}
