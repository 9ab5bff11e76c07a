package org.sheliak.runtime.kernel;

import org.sheliak.runtime.table.NumericColumn;

/// Keeps the rows whose value in a column lies in a range.
///
/// @param column borrowed; open while the query runs
public record RangeFilter(NumericColumn column, ValueRange range) implements RowFilter {

    @Override
    public Object identity() {
        return column.identity();
    }

    @Override
    public ValueRange accepted() {
        return range;
    }
}
