package org.sheliak.runtime;

import java.nio.file.Path;
import java.util.List;

/// What a runtime may use.
///
/// @param memoryBytes the most bytes of columns that it holds at any time, cached ones and those in use
/// @param cacheBytes the most bytes that its cache keeps, a part of `memoryBytes`
/// @param dataRoots the folders below which specs may name files; a relative name is looked for in each
public record RuntimeSettings(long memoryBytes, long cacheBytes, List<Path> dataRoots) {
    public RuntimeSettings {
        dataRoots = List.copyOf(dataRoots);
        if (cacheBytes < 0 || cacheBytes > memoryBytes) {
            throw new IllegalArgumentException(
                    "a cache of " + cacheBytes + " bytes does not fit into " + memoryBytes + " bytes");
        }
    }

    /// As much memory for columns as the heap may have, half of it for the cache, and files below the working folder.
    public static RuntimeSettings defaults() {
        long memoryBytes = Runtime.getRuntime().maxMemory();
        return new RuntimeSettings(memoryBytes, memoryBytes / 2, List.of(Path.of("")));
    }

    /// The same settings with other folders.
    public RuntimeSettings withDataRoots(List<Path> roots) {
        return new RuntimeSettings(memoryBytes, cacheBytes, roots);
    }
}
