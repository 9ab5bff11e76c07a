package org.sheliak.runtime.kernel;

/// What is kept of a column's numbers for each cell, besides how many are valid and how many are null.
public enum Statistic {
    /// Their sum.
    SUM,
    /// Their mean, and the sum of their squared deviations from it.
    MOMENTS,
    /// The least and the greatest.
    EXTREMES
}
