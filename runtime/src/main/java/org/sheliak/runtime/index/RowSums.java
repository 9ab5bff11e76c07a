package org.sheliak.runtime.index;

import java.util.List;
import java.util.Optional;
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

    private final RowOrder order;
    private final int[] rowAt;
    private final RowCells cells;
    private final List<Measured> measures;
    private final List<Optional<DecimalNumbers>> ordered;
    private final GroupSums target;
    private final int[] places = new int[BATCH];
    private final int[] rows = new int[BATCH];
    private final int[] rowCells = new int[BATCH];
    private final double[] numbers = new double[BATCH];
    private final int[] numberCells = new int[BATCH];
    private final int[] oneRow = new int[1];
    private final double[] oneNumber = new double[1];

    /// @param cells by places
    /// @param ordered the measured numbers by places, where there is room for them
    RowSums(
            RowOrder order,
            RowCells cells,
            List<Measured> measures,
            List<Optional<DecimalNumbers>> ordered,
            GroupSums target) {
        this.order = order;
        this.rowAt = order.rows();
        this.cells = cells;
        this.measures = measures;
        this.ordered = ordered;
        this.target = target;
    }

    /// Adds the rows at the places `from` to before `to` to a table, but for those without a cell.
    void addAll(int from, int to, int table) {
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            place(first, count);
            System.arraycopy(rowAt, first, rows, 0, count);
            cells.load(first, count, rowCells);
            add(keepWithCell(count), table);
        }
    }

    /// Adds those of the rows of a tile that pass all filters to the first table.
    ///
    /// @param ranges by axes
    /// @param buckets the tile's, by axes
    void addPassing(int from, int to, List<Optional<RowFilter>> ranges, int[] buckets) {
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            place(first, count);
            for (int axis = 0; axis < ranges.size(); axis++) {
                Optional<RowFilter> filter = ranges.get(axis);
                if (filter.isPresent()) {
                    count = keepPassing(filter.get(), axis, buckets[axis], count);
                }
            }
            readRows(count);
            cells.load(places, count, rowCells);
            add(keepWithCell(count), 0);
        }
    }

    private void place(int first, int count) {
        for (int i = 0; i < count; i++) {
            places[i] = first + i;
        }
    }

    private void readRows(int count) {
        for (int i = 0; i < count; i++) {
            rows[i] = rowAt[places[i]];
        }
    }

    private int keepPassing(RowFilter filter, int axis, int bucket, int count) {
        return switch (filter) {
            case RangeFilter range
            when order.axes().get(axis) instanceof Buckets axisBuckets && bucket != Axis.NONE -> {
                int first = axisBuckets.firstPart(bucket, range.range().lower());
                int last = axisBuckets.lastPart(bucket, range.range().upper());
                boolean allPass = first < 0 && last == Buckets.PARTS;
                yield allPass ? count : keepByParts(range, order.parts().get(axis), first, last, count);
            }
            case RangeFilter range -> keepPassing(range, count);
            case CodeFilter codes -> keepPassing(codes, count);
        };
    }

    /// Looks at the numbers only of the rows in the parts where the range begins and ends.
    private int keepByParts(RangeFilter filter, byte[] parts, int first, int last, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int place = places[i];
            int part = Byte.toUnsignedInt(parts[place]);
            boolean passes = part > first && part < last;
            if (part == first || part == last) {
                passes = passes(filter, rowAt[place]);
            }
            places[kept] = place;
            kept += passes ? 1 : 0;
        }
        return kept;
    }

    private boolean passes(RangeFilter filter, int row) {
        oneRow[0] = row;
        filter.column().load(oneRow, 1, oneNumber);
        return filter.range().accepts(oneNumber[0]);
    }

    private int keepPassing(RangeFilter filter, int count) {
        NumericColumn column = filter.column();
        ValueRange range = filter.range();
        readRows(count);
        column.load(rows, count, numbers);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            places[kept] = places[i];
            kept += (column.isNull(rows[i]) ? range.acceptsNull() : range.accepts(numbers[i])) ? 1 : 0;
        }
        return kept;
    }

    private int keepPassing(CodeFilter filter, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            places[kept] = places[i];
            kept += filter.accepts(rowAt[places[i]]) ? 1 : 0;
        }
        return kept;
    }

    private int keepWithCell(int count) {
        if (cells.isComplete()) {
            return count;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            places[kept] = places[i];
            rows[kept] = rows[i];
            rowCells[kept] = rowCells[i];
            kept += rowCells[i] == RowCells.NONE ? 0 : 1;
        }
        return kept;
    }

    private void add(int count, int table) {
        target.count(table, rowCells, rows, count);
        for (int measure = 0; measure < measures.size(); measure++) {
            Optional<DecimalNumbers> decimals = ordered.get(measure);
            if (decimals.isPresent()) {
                measure(measure, decimals.get(), count, table * target.cells());
            } else {
                measure(measure, count, table * target.cells());
            }
        }
    }

    private void measure(int measure, DecimalNumbers decimals, int count, int offset) {
        decimals.load(places, count, numbers);
        for (int i = 0; i < count; i++) {
            numberCells[i] = offset + rowCells[i];
        }
        target.statistics(measure).add(numbers, numberCells, count);
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
