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
/// The first query that is worth it has the device opened, in the background; until then, and for good when there is
/// none or when it fails once, every
/// query is left to the CPU. Each of these is one line in the log.
public final class OpenClAccelerator implements Accelerator {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenClAccelerator.class);

    private final int minimumRows;
    private final Sightings sightings = new Sightings();
    private final ExecutorService deviceThread;
    private final Supplier<Optional<? extends DeviceCounter>> open;
    private @Nullable CompletableFuture<Void> opening;
    private volatile @Nullable DeviceCounter counter;

    /// Uses the device that the system properties name.
    public OpenClAccelerator() {
        this(OpenClSettings.fromSystemProperties());
    }

    private OpenClAccelerator(OpenClSettings settings) {
        this(settings.minimumRows(), () -> OpenClCounter.open(settings));
    }

    OpenClAccelerator(int minimumRows, Supplier<Optional<? extends DeviceCounter>> open) {
        this.minimumRows = minimumRows;
        this.open = open;
        this.deviceThread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sheliak-opencl").factory());
    }

    /// Starts to open the device, if that was not done before.
    private synchronized CompletableFuture<Void> opened() {
        if (opening == null) {
            opening = CompletableFuture.runAsync(this::open, deviceThread);
        }
        return opening;
    }

    @SuppressWarnings("CatchThrowable") // a missing or broken driver throws errors of every kind
    private void open() {
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

    /// Opens the device and waits until it is open, has failed or is known to be missing.
    ///
    /// @return the device's name; empty where there is none
    Optional<String> awaitDevice() {
        opened().join();
        return Optional.ofNullable(counter).map(DeviceCounter::description);
    }

    @Override
    public Optional<CellCounts> count(CountQuery query) {
        boolean isLarge = query.rows() >= minimumRows;
        boolean filtersByCodes =
                !query.codeFilters().isEmpty() || !query.codedRanges().isEmpty();
        if (!isLarge || filtersByCodes || !fitsChars(query) || !sightings.isRepeated(query)) {
            return Optional.empty();
        }
        if (!opened().isDone() || counter == null) {
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

    @Override
    public void close() {
        synchronized (this) {
            opening = opening == null ? CompletableFuture.completedFuture(null) : opening;
        }
        CompletableFuture.runAsync(this::giveBack, deviceThread).join();
        deviceThread.shutdown();
    }

    private void giveBack() {
        DeviceCounter device = counter;
        counter = null;
        if (device != null) {
            device.close();
        }
    }
}
