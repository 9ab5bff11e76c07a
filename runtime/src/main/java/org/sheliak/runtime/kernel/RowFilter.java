package org.sheliak.runtime.kernel;

/// Keeps the rows that have certain values in one respect.
public sealed interface RowFilter permits RangeFilter, CodeFilter {

    /// Stands for what the rows are looked at for: the content of a column, or a coding of the rows.
    Object identity();

    /// What passes; equal for filters of one identity that keep the same.
    Object accepted();
}
