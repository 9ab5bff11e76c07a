package org.sheliak.runtime.transform.aggregate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Least or greatest values by JavaScript's `<`, and the rows that they came from.
///
/// A row is noted only when its value beats an earlier one: where the first value wins, there is no row, and Vega looks
/// for it among the stored rows.
final class ExtremeAccumulator {
    private static final int NO_ROW = -1;

    private final boolean greatest;
    private final TimeZoneRules zone;
    private final @Nullable Object[] best;
    private final int[] rows;

    /// @param greatest whether the greatest value is kept, not the least
    ExtremeAccumulator(int groups, boolean greatest, TimeZoneRules zone) {
        this.greatest = greatest;
        this.zone = zone;
        this.best = new Object[groups];
        this.rows = new int[groups];
        Arrays.fill(best, Undefined.UNDEFINED);
        Arrays.fill(rows, NO_ROW);
    }

    void clear(int group) {
        best[group] = Undefined.UNDEFINED;
        rows[group] = NO_ROW;
    }

    void add(int group, Object value, int row) {
        if (beats(value, best[group])) {
            rows[group] = row;
            best[group] = value;
        } else if (best[group] == Undefined.UNDEFINED) {
            best[group] = value;
        }
    }

    /// Forgets the best value when the removed one is as good; it must then be looked for.
    void remove(int group, Object value) {
        Object other = best[group];
        if (greatest ? Operations.lessOrEqual(other, value, zone) : Operations.lessOrEqual(value, other, zone)) {
            best[group] = Double.NaN;
            rows[group] = NO_ROW;
        }
    }

    private boolean beats(Object value, @Nullable Object other) {
        return greatest ? Operations.lessThan(other, value, zone) : Operations.lessThan(value, other, zone);
    }

    /// Whether the best value was removed.
    boolean isForgotten(int group) {
        return best[group] instanceof Double number && number.isNaN();
    }

    /// The best value; undefined when there was none, NaN when it was removed.
    @Nullable
    Object best(int group) {
        return best[group];
    }

    /// Takes note of the best value after looking for it.
    void found(int group, @Nullable Object value) {
        best[group] = value;
    }

    boolean hasRow(int group) {
        return rows[group] != NO_ROW;
    }

    int row(int group) {
        return rows[group];
    }
}
