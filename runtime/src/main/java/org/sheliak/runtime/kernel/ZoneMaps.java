package org.sheliak.runtime.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.sheliak.runtime.table.NumericColumn;

/// Remembers the zone map of each column that is filtered, as long as the column lives. Safe for any number of threads.
final class ZoneMaps {
    private final Cache<Object, ZoneMap> maps =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /// The zone map of a column, made when it is first asked for: by several threads if they ask at once.
    ZoneMap of(NumericColumn column) {
        ZoneMap known = maps.getIfPresent(column.identity());
        if (known != null) {
            return known;
        }
        ZoneMap made = ZoneMap.of(column);
        maps.put(column.identity(), made);
        return made;
    }
}
