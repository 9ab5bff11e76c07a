package org.sheliak.aparapi;

import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sheliak.aparapi.device.OpenClDevices;
import org.sheliak.aparapi.kernel.CountKernel;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CountQuery;

/// Counts on an OpenCL device, over columns that stay there.
final class OpenClCounter implements DeviceCounter {
    private static final CountQuery ONE_ROW = new CountQuery(1, List.of(), List.of());

    private final OpenCLDevice device;
    private final long maximumBytes;

    /// Resident columns by their number of rows, the least recently used first.
    private final SequencedMap<Integer, ResidentTable> tables = new LinkedHashMap<>(16, 0.75f, true);

    private OpenClCounter(OpenCLDevice device, long maximumBytes) {
        this.device = device;
        this.maximumBytes = maximumBytes;
    }

    /// Opens the device that the settings name and tries the kernel on it. Empty where there is no such device.
    ///
    /// @throws IllegalStateException if the device does not run the kernel, or wrongly
    static Optional<DeviceCounter> open(OpenClSettings settings) {
        Optional<OpenCLDevice> device = OpenClDevices.largest(settings.deviceType());
        device.ifPresent(OpenClCounter::probe);
        return device.map(found -> new OpenClCounter(found, maximumBytes(settings, found)));
    }

    private static void probe(OpenCLDevice device) {
        // Aparapi hands too much local memory to the driver, and PoCL ends the process then.
        if (device.getLocalMemSize() < CountKernel.localBytes()) {
            throw new IllegalStateException("it has " + device.getLocalMemSize() + " bytes of local memory, "
                    + CountKernel.localBytes() + " are needed");
        }
        CountKernel kernel = new CountKernel(1);
        try {
            kernel.compile(device);
            CellCounts answer = kernel.count(ONE_ROW, new int[0], new int[0], device.createRange(1, 1));
            if (answer.counts()[0] != 1) {
                throw new IllegalStateException("it counts " + answer.counts()[0] + " rows where there is one");
            }
        } catch (CompileFailedException e) {
            throw new IllegalStateException("it does not compile the kernel", e);
        } finally {
            kernel.dispose();
        }
    }

    private static long maximumBytes(OpenClSettings settings, OpenCLDevice device) {
        return Math.min(settings.maximumBytes(), device.getGlobalMemSize() / 2);
    }

    @Override
    public String description() {
        return OpenClDevices.describe(device);
    }

    @Override
    public Optional<CellCounts> count(CountQuery query) {
        ResidentTable table =
                tables.computeIfAbsent(query.rows(), rows -> new ResidentTable(device, rows, maximumBytes));
        Optional<CellCounts> answer = table.count(query);
        evict();
        return answer;
    }

    /// Columns that were copied to the device so far, of all tables that are there.
    long copies() {
        return tables.values().stream().mapToLong(ResidentTable::copies).sum();
    }

    /// Bytes of columns on the device.
    long sizeBytes() {
        return tables.values().stream().mapToLong(ResidentTable::sizeBytes).sum();
    }

    /// Gives tables up, the least recently used first, until the rest fits. The last one always fits.
    private void evict() {
        long bytes = sizeBytes();
        Iterator<Map.Entry<Integer, ResidentTable>> oldest = tables.entrySet().iterator();
        while (bytes > maximumBytes && tables.size() > 1) {
            ResidentTable table = oldest.next().getValue();
            bytes -= table.sizeBytes();
            table.close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        tables.values().forEach(ResidentTable::close);
        tables.clear();
    }
}
