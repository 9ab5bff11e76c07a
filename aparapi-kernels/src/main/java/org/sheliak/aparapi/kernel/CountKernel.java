package org.sheliak.aparapi.kernel;

import com.aparapi.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;

/// Range filters, then cells of bins, then counts and first rows: every work-item strides over the rows.
///
/// Works on integers only. Values to filter are keys that sort as the values do ([SortableKeys]); values to bin are
/// the slots that the CPU has found for them in double. So the answer is the CPU's on any device, whatever its
/// floating point.
///
/// Where the cells fit, each work-group counts in local memory and adds its counts to the device's in the end.
///
/// What Aparapi 3.0.2 translates wrongly is not used here: negated comparisons, `break`, `switch`, casts from float.
public final class CountKernel extends StrictKernel {
    /// Most cells that are counted in local memory: two tables of ints take 16 KiB.
    private static final int LOCAL_CELLS = 2048;

    private static final int NO_ROW = Integer.MAX_VALUE;

    private int rows;
    private long[] keys = new long[1];
    private char[] slots = new char[1];

    private int filters;
    private int[] filterColumns = new int[1];
    private long[] bounds = new long[2];
    private int[] accepts = new int[2];

    private int dimensions;
    private int[] dimensionColumns = new int[1];
    private int[] widths = new int[1];

    private int localCells;
    private int[] counts = new int[1];
    private int[] firstRows = new int[1];

    @Local
    private int[] localCounts = new int[LOCAL_CELLS];

    @Local
    private int[] localFirstRows = new int[LOCAL_CELLS];

    /// A kernel over tables of this many rows.
    public CountKernel(int rows) {
        this.rows = rows;
        setExplicit(true);
    }

    /// Bytes of local memory that a work-group needs.
    public static int localBytes() {
        return 2 * LOCAL_CELLS * Integer.BYTES;
    }

    /// Copies the columns to filter to the device.
    ///
    /// @param columns [SortableKeys], `rows` of each column; not changed any more until they are set again
    public void setKeys(long[] columns) {
        keys = columns;
        put(keys);
    }

    /// Copies the slots to the device.
    ///
    /// @param columns slots, `rows` of each column; not changed any more until they are set again
    public void setSlots(char[] columns) {
        slots = columns;
        put(slots);
    }

    /// Answers a query on the device.
    ///
    /// @param keyColumns for each filter, which column of the keys it reads
    /// @param slotColumns for each dimension, which column of the slots it reads
    /// @throws LeftDeviceException if the device does not take the kernel
    public CellCounts count(CountQuery query, int[] keyColumns, int[] slotColumns, Range range) {
        setFilters(query.filters(), keyColumns);
        setDimensions(query.dimensions(), slotColumns);
        clearCells(query.cells());
        launch(range);
        get(counts).get(firstRows);
        int[] seen = seen(query.cells());
        return new CellCounts(
                Arrays.copyOf(counts, query.cells()),
                seen,
                Arrays.stream(seen).map(cell -> firstRows[cell]).toArray());
    }

    private void setFilters(List<RangeFilter> queried, int[] keyColumns) {
        filters = queried.size();
        filterColumns = roomFor(filterColumns, filters);
        accepts = roomFor(accepts, 2 * filters);
        bounds = 2 * filters <= bounds.length ? bounds : new long[2 * filters];
        for (int filter = 0; filter < filters; filter++) {
            ValueRange range = queried.get(filter).range();
            filterColumns[filter] = keyColumns[filter];
            bounds[2 * filter] = SortableKeys.of(range.lower());
            bounds[2 * filter + 1] = SortableKeys.of(range.upper());
            accepts[2 * filter] = range.acceptsNaN() ? 1 : 0;
            accepts[2 * filter + 1] = range.acceptsNull() ? 1 : 0;
        }
        put(filterColumns).put(accepts).put(bounds);
    }

    private void setDimensions(List<Dimension> queried, int[] slotColumns) {
        dimensions = queried.size();
        dimensionColumns = roomFor(dimensionColumns, dimensions);
        widths = roomFor(widths, dimensions);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            dimensionColumns[dimension] = slotColumns[dimension];
            widths[dimension] = queried.get(dimension).slots();
        }
        put(dimensionColumns).put(widths);
    }

    private void clearCells(int cells) {
        localCells = cells <= LOCAL_CELLS ? cells : 0;
        counts = roomFor(counts, cells);
        firstRows = roomFor(firstRows, cells);
        Arrays.fill(counts, 0);
        Arrays.fill(firstRows, NO_ROW);
        put(counts).put(firstRows);
    }

    /// Arrays are kept from query to query: a new one is a new buffer on the device.
    private static int[] roomFor(int[] array, int length) {
        return length <= array.length ? array : new int[Integer.highestOneBit(length - 1) << 1];
    }

    private int[] seen(int cells) {
        return IntStream.range(0, cells)
                .filter(cell -> counts[cell] > 0)
                .boxed()
                .sorted((left, right) -> Integer.compare(firstRows[left], firstRows[right]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public void run() {
        int localId = getLocalId();
        int localSize = getLocalSize();
        int stride = getGlobalSize();
        for (int cell = localId; cell < localCells; cell += localSize) {
            localCounts[cell] = 0;
            localFirstRows[cell] = NO_ROW;
        }
        localBarrier();
        for (int row = getGlobalId(); row < rows; row += stride) {
            if (passes(row) == filters) {
                int cell = cellOf(row);
                if (localCells > 0) {
                    addTo(localCounts, cell, 1);
                    if (localFirstRows[cell] > row) {
                        lowerTo(localFirstRows, cell, row);
                    }
                } else {
                    addTo(counts, cell, 1);
                    if (firstRows[cell] > row) {
                        lowerTo(firstRows, cell, row);
                    }
                }
            }
        }
        localBarrier();
        for (int cell = localId; cell < localCells; cell += localSize) {
            int count = localCounts[cell];
            if (count > 0) {
                addTo(counts, cell, count);
                lowerTo(firstRows, cell, localFirstRows[cell]);
            }
        }
    }

    /// How many of the filters a row passes.
    private int passes(int row) {
        int passed = 0;
        for (int filter = 0; filter < filters; filter++) {
            long key = keys[filterColumns[filter] * rows + row];
            if (key >= bounds[2 * filter] && key <= bounds[2 * filter + 1]) {
                passed = passed + 1;
            } else {
                if (key == SortableKeys.NAN) {
                    passed = passed + accepts[2 * filter];
                }
                if (key == SortableKeys.NULL) {
                    passed = passed + accepts[2 * filter + 1];
                }
            }
        }
        return passed;
    }

    private int cellOf(int row) {
        int cell = 0;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            cell = cell * widths[dimension] + slots[dimensionColumns[dimension] * rows + row];
        }
        return cell;
    }
}
