package org.sheliak.runtime.kernel;

import java.util.List;
import org.sheliak.runtime.table.NumericColumn;

/// Counts the rows that pass all filters, by the cells that the bins span.
/// The cell of a row is its slot in the first grid times the slots of the next grids, and so on: row-major, the last
/// grid fastest. Without bins there is one cell.
///
/// @param rows rows of every column
public record BinCountQuery(int rows, List<RangeFilter> filters, List<Binning> bins) {

    public BinCountQuery {
        filters = List.copyOf(filters);
        bins = List.copyOf(bins);
        for (RangeFilter filter : filters) {
            requireRows(rows, filter.column());
        }
        long cells = 1;
        for (Binning binning : bins) {
            requireRows(rows, binning.column());
            cells *= binning.grid().slots();
            if (cells > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the bins span too many cells: " + cells);
            }
        }
    }

    /// Number of cells.
    public int cells() {
        int cells = 1;
        for (Binning binning : bins) {
            cells *= binning.grid().slots();
        }
        return cells;
    }

    private static void requireRows(int rows, NumericColumn column) {
        if (column.length() != rows) {
            throw new IllegalArgumentException("a column has " + column.length() + " rows, expected " + rows);
        }
    }
}
