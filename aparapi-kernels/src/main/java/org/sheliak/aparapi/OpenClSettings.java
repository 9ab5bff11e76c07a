package org.sheliak.aparapi;

import com.aparapi.device.Device;
import java.util.Locale;

/// When and where queries run on an OpenCL device.
///
/// @param deviceType GPU, except in tests
/// @param minimumRows tables with fewer rows are left to the CPU
/// @param maximumBytes of columns on the device; the least recently used give way
record OpenClSettings(Device.TYPE deviceType, int minimumRows, long maximumBytes) {
    private static final int DEFAULT_MINIMUM_ROWS = 1_000_000;

    /// Columns on the device have a twin on the Java heap, of which they may take this part.
    private static final int HEAP_PARTS = 4;

    OpenClSettings {
        if (minimumRows < 1) {
            throw new IllegalArgumentException("at least one row is needed, not " + minimumRows);
        }
    }

    /// Reads `sheliak.opencl.device` (`gpu` or `cpu`), `sheliak.opencl.minimum.rows` and
    /// `sheliak.opencl.maximum.bytes`.
    static OpenClSettings fromSystemProperties() {
        String device = System.getProperty("sheliak.opencl.device", "gpu");
        return new OpenClSettings(
                Device.TYPE.valueOf(device.toUpperCase(Locale.ROOT)),
                Integer.getInteger("sheliak.opencl.minimum.rows", DEFAULT_MINIMUM_ROWS),
                Long.getLong(
                        "sheliak.opencl.maximum.bytes", Runtime.getRuntime().maxMemory() / HEAP_PARTS));
    }
}
