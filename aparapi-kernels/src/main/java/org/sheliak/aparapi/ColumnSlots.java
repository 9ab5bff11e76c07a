package org.sheliak.aparapi;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.RangeFilter;

/// Which column lies at which place of an array that holds several columns one after the other.
final class ColumnSlots {
    private final int capacity;
    private final List<Slot> slots = new ArrayList<>();

    /// @param capacity most columns in the array
    ColumnSlots(int capacity) {
        this.capacity = capacity;
    }

    /// A column in the form in which a query reads it.
    ///
    /// @param identity what the column is known by, compared by `==`
    /// @param grid what the column is binned with; `null` when it is not
    record Wanted(Object identity, @Nullable BinGrid grid) {
        static Wanted of(RangeFilter filter) {
            return new Wanted(filter.column().identity(), null);
        }

        static Wanted of(Dimension dimension) {
            return switch (dimension) {
                case Binning binning -> new Wanted(binning.column().identity(), binning.grid());
                case CodedRows codes -> new Wanted(codes, null);
            };
        }
    }

    /// Writes a column, named by its index among the wanted ones, to its place.
    interface Writer {
        void write(int column, int place);
    }

    private record Slot(
            WeakReference<Object> identity, @Nullable BinGrid grid, long lastUse) {
        boolean holds(Wanted wanted) {
            return identity.refersTo(wanted.identity()) && Objects.equals(grid, wanted.grid());
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
                writer.write(i, places[i]);
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
        Slot slot = new Slot(new WeakReference<>(wanted.identity()), wanted.grid(), query);
        if (place == slots.size()) {
            slots.add(slot);
        } else {
            slots.set(place, slot);
        }
    }
}
