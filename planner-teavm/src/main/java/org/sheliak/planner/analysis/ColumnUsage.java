package org.sheliak.planner.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The columns of a table that a reader may look at: some, named, or all.
///
/// @param all true when any column may be read; then `names` is empty
/// @param names names of the columns, in the order in which they were found
public record ColumnUsage(boolean all, Set<String> names) {
    public static final ColumnUsage NONE = new ColumnUsage(false, Set.of());
    public static final ColumnUsage ALL = new ColumnUsage(true, Set.of());

    public ColumnUsage {
        names = all ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /// Exactly these columns.
    public static ColumnUsage of(Collection<String> names) {
        return new ColumnUsage(false, new LinkedHashSet<>(names));
    }

    /// Exactly these columns.
    public static ColumnUsage of(String... names) {
        return of(List.of(names));
    }

    /// The columns that any of them reads.
    static ColumnUsage union(List<ColumnUsage> parts) {
        Set<String> union = new LinkedHashSet<>();
        for (ColumnUsage part : parts) {
            if (part.all) {
                return ALL;
            }
            union.addAll(part.names);
        }
        return union.isEmpty() ? NONE : new ColumnUsage(false, union);
    }

    /// The columns that either reads.
    public ColumnUsage plus(ColumnUsage other) {
        if (all || other.all) {
            return ALL;
        }
        if (names.containsAll(other.names)) {
            return this;
        }
        Set<String> union = new LinkedHashSet<>(names);
        union.addAll(other.names);
        return new ColumnUsage(false, union);
    }

    /// These columns without the ones that a step in between has written.
    public ColumnUsage minus(Collection<String> written) {
        if (all || written.isEmpty()) {
            return this;
        }
        Set<String> rest = new LinkedHashSet<>(names);
        rest.removeAll(written);
        return new ColumnUsage(false, rest);
    }
}
