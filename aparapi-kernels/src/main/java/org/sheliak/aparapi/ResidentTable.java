package org.sheliak.aparapi;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sheliak.aparapi.ColumnSlots.Wanted;
import org.sheliak.aparapi.kernel.CountKernel;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.RangeFilter;

/// Columns of one length that stay on the device, and the kernel that reads them: Aparapi ties buffers to a kernel.
/// Belongs to the device's thread.
final class ResidentTable implements AutoCloseable {
    private static final int WORK_GROUP = 256;
    private static final int GROUPS_PER_COMPUTE_UNIT = 8;

    private final int rows;
    private final Range range;
    private final CountKernel kernel;
    private final ColumnSlots keyColumns;
    private final ColumnSlots slotColumns;
    private long[] keys = new long[0];
    private char[] slots = new char[0];
    private long queries;
    private long copies;

    /// @param rows at least one
    /// @param maximumBytes that the columns may take together
    ResidentTable(OpenCLDevice device, int rows, long maximumBytes) {
        this.rows = rows;
        this.range = range(device, rows);
        this.kernel = new CountKernel(rows);
        // A key is four times as long as a slot, and crossfiltered views have as many filters as bins.
        this.keyColumns = new ColumnSlots(capacity(maximumBytes / 5 * 4, device, rows * (long) Long.BYTES));
        this.slotColumns = new ColumnSlots(capacity(maximumBytes / 5, device, rows * (long) Character.BYTES));
    }

    private static Range range(OpenCLDevice device, int rows) {
        int local = Math.min(WORK_GROUP, device.getMaxWorkGroupSize());
        int most = device.getMaxComputeUnits() * GROUPS_PER_COMPUTE_UNIT;
        int groups = Math.clamp((rows + local - 1L) / local, 1, most);
        return device.createRange(groups * local, local);
    }

    /// Most columns in one array; Aparapi counts its bytes in an int.
    private static int capacity(long bytes, OpenCLDevice device, long columnBytes) {
        long arrayBytes = Math.min(Math.min(bytes, device.getMaxMemAllocSize()), Integer.MAX_VALUE);
        return (int) (arrayBytes / columnBytes);
    }

    /// Bytes of columns on the device.
    long sizeBytes() {
        return (long) keys.length * Long.BYTES + (long) slots.length * Character.BYTES;
    }

    /// How often columns were copied to the device.
    long copies() {
        return copies;
    }

    /// Copies what is not on the device yet, and counts there. Empty where the columns do not fit.
    Optional<CellCounts> count(CountQuery query) {
        queries++;
        long before = copies;
        int[] keyPlaces = keyColumns.place(
                query.filters().stream().map(Wanted::of).toList(),
                queries,
                (filter, place) -> writeKeys(query.filters().get(filter), place));
        if (copies > before) {
            kernel.setKeys(keys);
        }
        before = copies;
        int[] slotPlaces = slotColumns.place(
                query.dimensions().stream().map(Wanted::of).toList(),
                queries,
                (dimension, place) -> writeSlots(query.dimensions().get(dimension), place));
        if (copies > before) {
            kernel.setSlots(slots);
        }
        boolean fits = IntStream.concat(Arrays.stream(keyPlaces), Arrays.stream(slotPlaces))
                .allMatch(place -> place >= 0);
        return fits ? Optional.of(kernel.count(query, keyPlaces, slotPlaces, range)) : Optional.empty();
    }

    private void writeKeys(RangeFilter filter, int place) {
        int start = place * rows;
        keys = keys.length > start ? keys : Arrays.copyOf(keys, start + rows);
        ColumnEncoding.writeKeys(filter.column(), keys, start);
        copies++;
    }

    private void writeSlots(Dimension dimension, int place) {
        int start = place * rows;
        slots = slots.length > start ? slots : Arrays.copyOf(slots, start + rows);
        ColumnEncoding.writeSlots(dimension, slots, start);
        copies++;
    }

    @Override
    public void close() {
        kernel.dispose();
    }
}
