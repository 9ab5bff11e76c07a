package org.sheliak.aparapi;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.table.NumericColumn;

/// Which column lies at which place of an array that holds several columns one after the other.
final class ColumnSlots {
    private final int capacity;
    private final List<Slot> slots = new ArrayList<>();

    /// @param capacity most columns in the array
    ColumnSlots(int capacity) {
        this.capacity = capacity;
    }

    /// A column that a query reads.
    ///
    /// @param grid what the column is binned with; `null` for its values
    record Wanted(NumericColumn column, @Nullable BinGrid grid) {
        static List<Wanted> filtered(List<RangeFilter> filters) {
            return filters.stream()
                    .map(filter -> new Wanted(filter.column(), null))
                    .toList();
        }

        static List<Wanted> binned(List<Binning> bins) {
            return bins.stream()
                    .map(binning -> new Wanted(binning.column(), binning.grid()))
                    .toList();
        }
    }

    /// Writes a column to its place.
    interface Writer {
        void write(Wanted column, int place);
    }

    private record Slot(
            WeakReference<Object> identity, @Nullable BinGrid grid, long lastUse) {
        boolean holds(Wanted wanted) {
            return identity.refersTo(wanted.column().identity()) && Objects.equals(grid, wanted.grid());
        }

        boolean isDead() {
            return identity.refersTo(null);
        }
    }

    /// The places of the columns; writes those that are not there yet.
    ///
    /// @param query number of the query, greater than that of the query before
    /// @return a place for each column, or -1 where the query's other columns fill the array
    int[] place(List<Wanted> wanted, long query, Writer writer) {
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            Wanted column = wanted.get(i);
            places[i] = find(column);
            boolean isNew = places[i] < 0;
            places[i] = isNew ? free(query) : places[i];
            if (places[i] >= 0) {
                take(places[i], column, query);
            }
            if (isNew && places[i] >= 0) {
                writer.write(column, places[i]);
            }
        }
        return places;
    }

    private int find(Wanted wanted) {
        for (int place = 0; place < slots.size(); place++) {
            if (slots.get(place).holds(wanted)) {
                return place;
            }
        }
        return -1;
    }

    /// The place of a column that is gone, else a new one at the end, else that of the least recently used.
    private int free(long query) {
        int oldest = -1;
        long oldestUse = query;
        for (int place = 0; place < slots.size(); place++) {
            Slot slot = slots.get(place);
            if (slot.isDead()) {
                return place;
            }
            if (slot.lastUse() < oldestUse) {
                oldest = place;
                oldestUse = slot.lastUse();
            }
        }
        return slots.size() < capacity ? slots.size() : oldest;
    }

    private void take(int place, Wanted wanted, long query) {
        Slot slot = new Slot(new WeakReference<>(wanted.column().identity()), wanted.grid(), query);
        if (place == slots.size()) {
            slots.add(slot);
        } else {
            slots.set(place, slot);
        }
    }
}
