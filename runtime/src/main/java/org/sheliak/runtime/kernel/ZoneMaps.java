package org.sheliak.runtime.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.sheliak.runtime.table.NumericColumn;

/// Remembers the zone maps of columns, as long as these live. Safe for any number of threads.
final class ZoneMaps {
    private final Cache<Object, ZoneMap> samples = emptyCache();
    private final Cache<Object, ZoneMap> maps = emptyCache();

    private static Cache<Object, ZoneMap> emptyCache() {
        return Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
    }

    /// The zone map of a column, made when it is first asked for: by several threads if they ask at once.
    ZoneMap of(NumericColumn column, BatchLoops loops) {
        ZoneMap known = maps.getIfPresent(column.identity());
        if (known != null) {
            return known;
        }
        ZoneMap made = ZoneMap.of(column, loops);
        maps.put(column.identity(), made);
        return made;
    }

    /// The zone map of a column that is compared with a range: of all zones where that pays, of a sample elsewhere.
    ZoneMap of(RangeFilter filter, BatchLoops loops) {
        NumericColumn column = filter.column();
        ZoneMap known = maps.getIfPresent(column.identity());
        if (known != null) {
            return known;
        }
        ZoneMap sample = samples.getIfPresent(column.identity());
        if (sample == null) {
            sample = ZoneMap.sample(column, loops);
            samples.put(column.identity(), sample);
        }
        return sample.isTelling(filter.range()) ? of(column, loops) : sample;
    }
}
