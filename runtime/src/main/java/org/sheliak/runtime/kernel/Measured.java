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

    /// Whether each row has a number that counts, so that a cell has as many of them as it has rows.
    boolean countsRows() {
        return column.isKnownToBeNumbers() && !statistics.contains(Statistic.MOMENTS);
    }
}
