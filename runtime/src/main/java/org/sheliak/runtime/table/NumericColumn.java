package org.sheliak.runtime.table;

/// A column that arithmetic and comparisons see as float64 numbers: numbers themselves, and dates as epoch millis.
public sealed interface NumericColumn extends Column permits NumberColumn, DateColumn {

    /// Reads the numbers of the rows `from` to `from + count` into `target`, from its start.
    /// What is written for a null is undefined.
    void load(int from, int count, double[] target);

    /// Reads the numbers of the first `count` of some rows into `target`, from its start.
    /// What is written for a null is undefined.
    void load(int[] rows, int count, double[] target);

    /// Which values are not null.
    Validity validity();

    @Override
    NumericColumn share();
}
