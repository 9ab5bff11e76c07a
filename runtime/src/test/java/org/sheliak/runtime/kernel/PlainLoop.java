package org.sheliak.runtime.kernel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sheliak.runtime.table.NumericColumn;

/// The answer by the book: row after row, Bin.js written out, nothing shared with the kernels.
final class PlainLoop {
    private PlainLoop() {}

    static CellCounts count(CountQuery query) {
        int cells = 1;
        for (Dimension dimension : query.dimensions()) {
            cells *= slots(dimension);
        }
        int[] counts = new int[cells];
        Map<Integer, Integer> seen = new LinkedHashMap<>();
        for (int row = 0; row < query.rows(); row++) {
            if (passes(query, row)) {
                int cell = 0;
                for (Dimension dimension : query.dimensions()) {
                    cell = cell * slots(dimension) + slot(dimension, row);
                }
                counts[cell]++;
                seen.putIfAbsent(cell, row);
            }
        }
        return new CellCounts(counts, ints(seen.keySet()), ints(seen.values()));
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int slots(Dimension dimension) {
        return dimension instanceof Binning binning ? bins(binning.grid()) + 4 : dimension.slots();
    }

    private static int slot(Dimension dimension, int row) {
        return switch (dimension) {
            case Binning binning -> slot(binning, row);
            case CodedRows codes -> codes.slot(row);
        };
    }

    private static boolean passes(CountQuery query, int row) {
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
