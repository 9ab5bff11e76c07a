package org.sheliak.runtime.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Counts the rows of each cell, and keeps statistics of some columns for them.
///
/// @param rows which rows count, and in which cell each
/// @param measures columns with as many rows
public record GroupQuery(CountQuery rows, List<Measured> measures) {

    public GroupQuery {
        measures = List.copyOf(measures);
        for (Measured measure : measures) {
            if (measure.column().length() != rows.rows()) {
                throw new IllegalArgumentException(
                        "found " + measure.column().length() + " rows, expected " + rows.rows());
            }
        }
    }

    /// Counts alone.
    public GroupQuery(CountQuery rows) {
        this(rows, List.of());
    }

    /// Whether all it asks for, but the number of rows, is the least and the greatest number of the rows that pass.
    boolean asksForExtremes() {
        Set<Statistic> extremes = EnumSet.of(Statistic.EXTREMES);
        return rows.dimensions().isEmpty()
                && measures.stream().allMatch(measure -> measure.statistics().equals(extremes));
    }
}
