package org.sheliak.aparapi;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.Accelerator;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs queries on an OpenCL device. One thread owns the device: Aparapi's kernels belong to one thread, and it runs
/// them one after the other anyway.
///
/// The device is opened in the background; until then, and for good when there is none or when it fails once, every
/// query is left to the CPU. Each of these is one line in the log.
public final class OpenClAccelerator implements Accelerator, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenClAccelerator.class);

    private final int minimumRows;
    private final Sightings sightings = new Sightings();
    private final ExecutorService deviceThread;
    private final CompletableFuture<Void> opened;
    private volatile @Nullable DeviceCounter counter;

    /// Starts to open the device that the system properties name.
    public OpenClAccelerator() {
        this(OpenClSettings.fromSystemProperties());
    }

    private OpenClAccelerator(OpenClSettings settings) {
        this(settings.minimumRows(), () -> OpenClCounter.open(settings));
    }

    OpenClAccelerator(int minimumRows, Supplier<Optional<? extends DeviceCounter>> open) {
        this.minimumRows = minimumRows;
        this.deviceThread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sheliak-opencl").factory());
        this.opened = CompletableFuture.runAsync(() -> open(open), deviceThread);
    }

    @SuppressWarnings("CatchThrowable") // a missing or broken driver throws errors of every kind
    private void open(Supplier<Optional<? extends DeviceCounter>> open) {
        try {
            counter = open.get().orElse(null);
            DeviceCounter found = counter;
            LOGGER.info(
                    "OpenCL: {}",
                    found == null ? "no device found; columns are counted on the CPU" : found.description());
        } catch (Throwable failure) {
            LOGGER.warn("OpenCL: the device cannot be used; columns are counted on the CPU", failure);
        }
    }

    /// Waits until the device is open, has failed or is known to be missing.
    ///
    /// @return the device's name; empty where there is none
    Optional<String> awaitDevice() {
        opened.join();
        return Optional.ofNullable(counter).map(DeviceCounter::description);
    }

    @Override
    public Optional<CellCounts> count(CountQuery query) {
        DeviceCounter device = counter;
        if (device == null || query.rows() < minimumRows || !fitsChars(query) || !sightings.isRepeated(query)) {
            return Optional.empty();
        }
        // Not interrupted: the device thread reads the caller's columns until it is done.
        return CompletableFuture.supplyAsync(() -> countOrGiveUp(query), deviceThread)
                .join();
    }

    private static boolean fitsChars(CountQuery query) {
        for (Dimension dimension : query.dimensions()) {
            if (dimension.slots() > CodedRows.MOST_SLOTS) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("CatchThrowable") // Aparapi reports a failed launch by errors too
    private Optional<CellCounts> countOrGiveUp(CountQuery query) {
        DeviceCounter device = counter;
        if (device == null) {
            return Optional.empty();
        }
        try {
            return device.count(query);
        } catch (Throwable failure) {
            counter = null;
            closeAfter(failure, device);
            LOGGER.warn("OpenCL: {} failed; columns are counted on the CPU from now on", device.description(), failure);
            return Optional.empty();
        }
    }

    @SuppressWarnings("CatchThrowable") // a device that has failed may fail again
    private static void closeAfter(Throwable failure, DeviceCounter device) {
        try {
            device.close();
        } catch (Throwable second) {
            failure.addSuppressed(second);
        }
    }

    /// Gives the device back. Queries are left to the CPU from now on.
    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            DeviceCounter device = counter;
                            counter = null;
                            if (device != null) {
                                device.close();
                            }
                        },
                        deviceThread)
                .join();
        deviceThread.shutdown();
    }
}
