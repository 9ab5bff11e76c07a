package org.sheliak.runtime.index;

import java.util.List;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.RowCells;
import org.sheliak.runtime.kernel.RowFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Adds single rows to tables of groups, given by their places in an order.
final class RowSums {
    private static final int BATCH = 1024;

    private final int[] order;
    private final RowCells cells;
    private final List<Measured> measures;
    private final GroupSums target;
    private final int[] rows = new int[BATCH];
    private final int[] rowCells = new int[BATCH];
    private final double[] numbers = new double[BATCH];
    private final int[] numberCells = new int[BATCH];

    RowSums(RowOrder order, RowCells cells, List<Measured> measures, GroupSums target) {
        this.order = order.rows();
        this.cells = cells;
        this.measures = measures;
        this.target = target;
    }

    /// Adds the rows at the places `from` to before `to` to a table, but for those without a cell.
    void addAll(int from, int to, int table) {
        for (int first = from; first < to; first += BATCH) {
            add(read(first, Math.min(to, first + BATCH)), table);
        }
    }

    /// Adds those of them that pass all filters to the first table.
    void addPassing(int from, int to, List<RowFilter> filters) {
        for (int first = from; first < to; first += BATCH) {
            int count = read(first, Math.min(to, first + BATCH));
            for (RowFilter filter : filters) {
                count = switch (filter) {
                    case RangeFilter(NumericColumn column, ValueRange range) -> keepPassing(column, range, count);
                    case CodeFilter codes -> keepPassing(codes, count);
                };
            }
            add(count, 0);
        }
    }

    /// Reads the rows that have a cell.
    private int read(int from, int to) {
        int count = 0;
        for (int place = from; place < to; place++) {
            int cell = cells.cell(place);
            rows[count] = order[place];
            rowCells[count] = cell;
            count += cell == RowCells.NONE ? 0 : 1;
        }
        return count;
    }

    private int keepPassing(NumericColumn column, ValueRange range, int count) {
        column.load(rows, count, numbers);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean passes = column.isNull(rows[i]) ? range.acceptsNull() : range.accepts(numbers[i]);
            rows[kept] = rows[i];
            rowCells[kept] = rowCells[i];
            kept += passes ? 1 : 0;
        }
        return kept;
    }

    private int keepPassing(CodeFilter filter, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean passes = filter.accepts(rows[i]);
            rows[kept] = rows[i];
            rowCells[kept] = rowCells[i];
            kept += passes ? 1 : 0;
        }
        return kept;
    }

    private void add(int count, int table) {
        target.count(table, rowCells, rows, count);
        for (int measure = 0; measure < measures.size(); measure++) {
            measure(measure, count, table * target.cells());
        }
    }

    private void measure(int measure, int count, int offset) {
        NumberColumn column = measures.get(measure).column();
        column.load(rows, count, numbers);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (column.isNull(rows[i])) {
                target.statistics(measure).addMissing(offset + rowCells[i]);
            } else if (!Double.isNaN(numbers[i])) {
                numbers[kept] = numbers[i];
                numberCells[kept++] = offset + rowCells[i];
            }
        }
        target.statistics(measure).add(numbers, numberCells, kept);
    }
}
