package org.sheliak.runtime.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sheliak.runtime.table.NumberColumn;

/// A column of numbers of which each cell keeps statistics.
///
/// @param column borrowed; open while the query runs
public record Measured(NumberColumn column, Set<Statistic> statistics) {
    public Measured {
        EnumSet<Statistic> copy = EnumSet.noneOf(Statistic.class);
        copy.addAll(statistics);
        statistics = Collections.unmodifiableSet(copy);
    }

    /// The same column with the statistics of both.
    public Measured withStatisticsOf(Measured other) {
        Set<Statistic> both = EnumSet.noneOf(Statistic.class);
        both.addAll(statistics);
        both.addAll(other.statistics);
        return new Measured(column, both);
    }
}
