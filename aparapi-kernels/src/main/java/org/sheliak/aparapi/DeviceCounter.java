package org.sheliak.aparapi;

import java.util.Optional;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CountQuery;

/// Counts on a device. Used by one thread.
interface DeviceCounter extends AutoCloseable {

    /// Name of the device and its driver.
    String description();

    /// The answer, or empty where the columns do not fit on the device. Throws whatever the driver makes of a failure.
    Optional<CellCounts> count(CountQuery query);

    /// Gives the device's memory back.
    @Override
    void close();
}
