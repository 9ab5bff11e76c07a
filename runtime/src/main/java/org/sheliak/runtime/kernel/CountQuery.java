package org.sheliak.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/// Counts the rows that pass all filters, by the cells that the dimensions span.
/// The cell of a row is its slot in the first dimension times the slots of the next, and so on: row-major, the last
/// dimension fastest. Without dimensions there is one cell.
///
/// @param rows rows of every column and dimension
public record CountQuery(
        int rows,
        List<RangeFilter> filters,
        List<CodeFilter> codeFilters,
        List<CodedRangeFilter> codedRanges,
        List<Dimension> dimensions) {

    /// A query that filters by ranges alone.
    public CountQuery(int rows, List<RangeFilter> filters, List<Dimension> dimensions) {
        this(rows, filters, List.of(), dimensions);
    }

    /// A query whose filters are of the kinds that an index can answer.
    public CountQuery(int rows, List<RangeFilter> filters, List<CodeFilter> codeFilters, List<Dimension> dimensions) {
        this(rows, filters, codeFilters, List.of(), dimensions);
    }

    public CountQuery {
        filters = List.copyOf(filters);
        codeFilters = List.copyOf(codeFilters);
        codedRanges = List.copyOf(codedRanges);
        dimensions = List.copyOf(dimensions);
        for (CodeFilter filter : codeFilters) {
            requireRows(rows, filter.codes().rows());
        }
        for (RangeFilter filter : filters) {
            requireRows(rows, filter.column().length());
        }
        for (CodedRangeFilter filter : codedRanges) {
            requireRows(rows, filter.codes().rows());
            requireRows(rows, filter.column().length());
        }
        for (Dimension dimension : dimensions) {
            requireRows(rows, dimension.rows());
        }
        if (cells(dimensions) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the dimensions span too many cells: " + cells(dimensions));
        }
    }

    /// The filters that look at the rows in one respect each.
    public List<RowFilter> rowFilters() {
        List<RowFilter> all = new ArrayList<>(filters);
        all.addAll(codeFilters);
        return all;
    }

    /// Number of cells.
    public int cells() {
        return (int) cells(dimensions);
    }

    /// Number of cells that dimensions span, or a number beyond the range of int when there are too many.
    public static long cells(List<? extends Dimension> dimensions) {
        long cells = 1;
        for (Dimension dimension : dimensions) {
            cells = Math.min(cells * dimension.slots(), 1L << Integer.SIZE);
        }
        return cells;
    }

    private static void requireRows(int rows, int found) {
        if (found != rows) {
            throw new IllegalArgumentException("found " + found + " rows, expected " + rows);
        }
    }
}
