package org.sheliak.runtime.kernel;

import org.sheliak.runtime.table.ZoneMap;

/// What a range is to the rows of a zone.
enum Passing {
    NONE,
    SOME,
    ALL;

    /// One zone of so many is a good part.
    private static final int LEAST_TOLD = 8;

    static Passing of(ValueRange range, ZoneMap map, int zone) {
        double minimum = map.minima()[zone];
        double maximum = map.maxima()[zone];
        boolean hasNaN = map.hasNaN()[zone];
        boolean hasNull = map.hasNull()[zone];
        boolean hasNumbers = minimum <= maximum;
        boolean somePass = (hasNumbers && range.lower() <= maximum && range.upper() >= minimum)
                || (hasNaN && range.acceptsNaN())
                || (hasNull && range.acceptsNull());
        if (!somePass) {
            return NONE;
        }
        boolean allPass = (!hasNumbers || (range.lower() <= minimum && range.upper() >= maximum))
                && (!hasNaN || range.acceptsNaN())
                && (!hasNull || range.acceptsNull());
        return allPass ? ALL : SOME;
    }

    /// Whether a map tells of a good part of a sample's zones that none or all of their rows are in a range. Where it
    /// does not, such as for rows in no order, the whole map is not worth a pass over the column.
    static boolean isTold(ValueRange range, ZoneMap map) {
        int zones = map.minima().length;
        int every = ZoneMap.sampleDistance(zones);
        int told = 0;
        for (int zone = 0; zone < zones; zone += every) {
            told += of(range, map, zone) == SOME ? 0 : 1;
        }
        return told * LEAST_TOLD * every >= zones;
    }
}
