package org.sheliak.runtime.kernel;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.runtime.table.NumericColumn;

/// The answer by the book: row after row, Bin.js written out, nothing shared with the kernels.
final class PlainLoop {
    private PlainLoop() {}

    static BinCounts count(BinCountQuery query) {
        int cells = 1;
        for (Binning binning : query.bins()) {
            cells *= bins(binning.grid()) + 4;
        }
        int[] counts = new int[cells];
        List<Integer> seen = new ArrayList<>();
        for (int row = 0; row < query.rows(); row++) {
            if (passes(query, row)) {
                int cell = 0;
                for (Binning binning : query.bins()) {
                    cell = cell * (bins(binning.grid()) + 4) + slot(binning, row);
                }
                if (counts[cell]++ == 0) {
                    seen.add(cell);
                }
            }
        }
        return new BinCounts(counts, seen.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean passes(BinCountQuery query, int row) {
        for (RangeFilter filter : query.filters()) {
            Double value = value(filter.column(), row);
            ValueRange range = filter.range();
            boolean passes;
            if (value == null) {
                passes = range.acceptsNull();
            } else if (value.isNaN()) {
                passes = range.acceptsNaN();
            } else {
                passes = value.doubleValue() >= range.lower() && value.doubleValue() <= range.upper();
            }
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    private static int bins(BinGrid grid) {
        double last = Math.max(grid.start(), grid.stop() - grid.step());
        return (int) Math.floor(1e-14 + (last - grid.start()) / grid.step()) + 1;
    }

    private static int slot(Binning binning, int row) {
        BinGrid grid = binning.grid();
        int bins = bins(grid);
        Double value = value(binning.column(), row);
        if (value == null) {
            return bins + 3;
        }
        double v = value;
        if (v < grid.start()) {
            return bins;
        }
        if (v > grid.stop()) {
            return bins + 1;
        }
        if (Double.isNaN(v)) {
            return bins + 2;
        }
        double clamped = Math.max(grid.start(), Math.min(v, grid.stop() - grid.step()));
        return (int) Math.floor(1e-14 + (clamped - grid.start()) / grid.step());
    }

    private static Double value(NumericColumn column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        double[] number = new double[1];
        column.load(row, 1, number);
        return number[0];
    }
}
