package org.sheliak.runtime.kernel;

import java.util.Optional;

/// A device that may answer a query in the CPU's stead, found by [java.util.ServiceLoader].
/// Its answers are the CPU's, number for number. It may be asked from several threads at once.
public interface Accelerator extends AutoCloseable {

    /// The answer, or empty where the device is missing, has failed, or would gain nothing over the CPU.
    /// Never throws for a reason that lies with the device; says such a reason once, in the log.
    Optional<CellCounts> count(CountQuery query);

    /// Gives the device back. Queries are left to the CPU from now on.
    @Override
    void close();
}
