package org.sheliak.runtime.kernel;

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

    /// What a range is to the rows of a zone.
    enum Passing {
        NONE,
        SOME,
        ALL
    }

    /// One pass over the column, on all cores.
    static ZoneMap of(NumericColumn column) {
        int zones = zones(column.length());
        ZoneMap map = new ZoneMap(new double[zones], new double[zones], new boolean[zones], new boolean[zones]);
        IntStream.range(0, zones).parallel().forEach(zone -> map.read(column, zone));
        return map;
    }

    static int zones(int rows) {
        return (int) ((rows + ZONE - 1L) / ZONE);
    }

    private void read(NumericColumn column, int zone) {
        double[] values = new double[BatchLoops.BATCH];
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        boolean foundNaN = false;
        int end = (int) Math.min(column.length(), (zone + 1L) * ZONE);
        for (int first = zone * ZONE; first < end; first += BatchLoops.BATCH) {
            int count = Math.min(BatchLoops.BATCH, end - first);
            column.load(first, count, values);
            int numbers = column.validity().nullCount() == 0 ? count : keepValid(column, first, count, values);
            hasNull[zone] |= numbers < count;
            for (int i = 0; i < numbers; i++) {
                double value = values[i];
                minimum = value < minimum ? value : minimum;
                maximum = value > maximum ? value : maximum;
                foundNaN |= Double.isNaN(value);
            }
        }
        hasNaN[zone] = foundNaN;
        minima[zone] = minimum;
        maxima[zone] = maximum;
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
