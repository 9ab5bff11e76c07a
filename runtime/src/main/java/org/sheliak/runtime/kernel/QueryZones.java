package org.sheliak.runtime.kernel;

import java.util.List;
import org.sheliak.runtime.table.ZoneMap;

/// What zone maps tell about a query, zone by zone.
///
/// @param ranges the query's
/// @param maps of their columns; none for a query of few rows
record QueryZones(List<RangeFilter> ranges, List<ZoneMap> maps) {
    /// Tables with fewer zones than this are scanned as quickly without.
    private static final int FEWEST_ZONES = 4;

    private static final QueryZones UNKNOWN = new QueryZones(List.of(), List.of());

    static QueryZones of(CountQuery query) {
        return ZoneMap.zones(query.rows()) < FEWEST_ZONES
                ? UNKNOWN
                : new QueryZones(
                        query.filters(),
                        query.filters().stream().map(QueryZones::zones).toList());
    }

    /// The zones of a column that is compared with a range: all of them where that pays, a sample elsewhere.
    private static ZoneMap zones(RangeFilter filter) {
        ZoneMap sample = filter.column().sampledZones();
        return Passing.isTold(filter.range(), sample) ? filter.column().zones() : sample;
    }

    /// Marks the ranges that some but not all rows of the zone pass.
    ///
    /// @param isAsked true for each range that has to be compared with the rows
    /// @return false when no row passes
    boolean enter(int zone, boolean[] isAsked) {
        for (int i = 0; i < maps.size(); i++) {
            Passing passing = Passing.of(ranges.get(i).range(), maps.get(i), zone);
            if (passing == Passing.NONE) {
                return false;
            }
            isAsked[i] = passing == Passing.SOME;
        }
        return true;
    }
}
