package org.sheliak.runtime.table;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Stands for the values of a column, holds none of them, and remembers the zone map of all columns that share these
/// values. Safe for any number of threads.
public final class ColumnZones {
    private volatile @Nullable ZoneMap whole;
    private volatile @Nullable ZoneMap sample;

    /// No zones yet.
    ColumnZones() {}

    /// Zones that are known already.
    ColumnZones(ZoneMap whole) {
        this.whole = whole;
    }

    /// Whether it is known that no row has null or NaN.
    boolean areKnownToBeNumbers() {
        ZoneMap known = whole;
        return known != null && IntStream.range(0, known.minima().length).allMatch(known::hasNumbersOnly);
    }

    /// The map of all zones, made when it is first asked for: by several threads if they ask at once.
    ZoneMap whole(NumericColumn column) {
        ZoneMap known = whole;
        if (known == null) {
            known = ZoneMap.of(column);
            whole = known;
        }
        return known;
    }

    /// The map of all zones where it is known, otherwise one of a sample.
    ZoneMap sample(NumericColumn column) {
        ZoneMap known = whole == null ? sample : whole;
        if (known == null) {
            known = ZoneMap.sample(column);
            sample = known;
        }
        return known;
    }
}
