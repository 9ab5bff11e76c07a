package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The least and the greatest number of each zone of a column's rows, by which a range is told from nothing and from
/// all without looking at the rows. Holds none of the column.
///
/// Source: G. Moerkotte, "Small Materialized Aggregates: A Light Weight Index Structure for Data Warehousing" (1998).
///
/// @param minima of the numbers of each zone, of the zeros 0; positive infinity where it has none
/// @param maxima negative infinity where it has none
/// @param hasNaN whether a zone has NaN
/// @param hasNull whether a zone has null
@SuppressWarnings("ArrayRecordComponent")
public record ZoneMap(double[] minima, double[] maxima, boolean[] hasNaN, boolean[] hasNull) {
    /// Rows of a zone; the last zone may have fewer.
    public static final int ZONE = 65_536;

    /// Rows that are read at a time.
    private static final int BATCH = 1024;

    /// Zones that a sample has at least, where there are as many.
    private static final int SAMPLES = 16;

    /// The map of all zones: one pass over the column, on all cores.
    static ZoneMap of(NumericColumn column) {
        return ofEvery(column, 1);
    }

    /// The map of some zones, evenly spread. What the others hold is unknown, and so any number, NaN and null.
    static ZoneMap sample(NumericColumn column) {
        return ofEvery(column, sampleDistance(zones(column.length())));
    }

    private static ZoneMap ofEvery(NumericColumn column, int every) {
        int zones = zones(column.length());
        ZoneMap map = new ZoneMap(new double[zones], new double[zones], new boolean[zones], new boolean[zones]);
        Arrays.fill(map.minima, Double.NEGATIVE_INFINITY);
        Arrays.fill(map.maxima, Double.POSITIVE_INFINITY);
        Arrays.fill(map.hasNaN, true);
        Arrays.fill(map.hasNull, true);
        IntStream.range(0, (zones + every - 1) / every).parallel().forEach(sample -> map.read(column, sample * every));
        return map;
    }

    /// How many zones such a number of rows has.
    public static int zones(int rows) {
        return (int) ((rows + ZONE - 1L) / ZONE);
    }

    /// How far apart the zones of a sample are.
    public static int sampleDistance(int zones) {
        return Math.max(1, zones / SAMPLES);
    }

    private void read(NumericColumn column, int zone) {
        int first = zone * ZONE;
        int count = Math.min(ZONE, column.length() - first);
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        hasNull[zone] = column.validity().nullCount() > 0 && hasNull(column, first, count);
        hasNaN[zone] = hasNull[zone] ? widenByValid(column, first, count, range) : column.widen(first, count, range);
        minima[zone] = range[0];
        maxima[zone] = range[1];
    }

    private static boolean hasNull(NumericColumn column, int first, int count) {
        return IntStream.range(first, first + count).anyMatch(column::isNull);
    }

    private static boolean widenByValid(NumericColumn column, int first, int count, double[] range) {
        double[] numbers = new double[BATCH];
        boolean foundNaN = false;
        for (int from = first; from < first + count; from += BATCH) {
            int size = Math.min(BATCH, first + count - from);
            column.load(from, size, numbers);
            for (int i = 0; i < size; i++) {
                if (!column.isNull(from + i)) {
                    foundNaN |= Double.isNaN(numbers[i]);
                    range[0] = numbers[i] < range[0] ? numbers[i] + 0.0 : range[0];
                    range[1] = numbers[i] > range[1] ? numbers[i] + 0.0 : range[1];
                }
            }
        }
        return foundNaN;
    }

    /// The least number of all rows, positive infinity where there is none.
    public double minimum() {
        return Arrays.stream(minima).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// The greatest number of all rows, negative infinity where there is none.
    public double maximum() {
        return Arrays.stream(maxima).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /// Whether no row of the zone has null or NaN.
    public boolean hasNumbersOnly(int zone) {
        return !hasNaN[zone] && !hasNull[zone];
    }
}
