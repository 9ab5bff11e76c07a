package org.sheliak.runtime.kernel;

import java.util.List;

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
}
