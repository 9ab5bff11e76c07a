package org.sheliak.runtime;

/// What a runtime may use.
///
/// @param memoryBytes the most bytes of columns that it holds at any time, cached ones and those in use
/// @param cacheBytes the most bytes that its cache keeps, a part of `memoryBytes`
public record RuntimeSettings(long memoryBytes, long cacheBytes) {
    public RuntimeSettings {
        if (cacheBytes < 0 || cacheBytes > memoryBytes) {
            throw new IllegalArgumentException(
                    "a cache of " + cacheBytes + " bytes does not fit into " + memoryBytes + " bytes");
        }
    }

    /// As much memory for columns as the heap may have, half of it for the cache.
    public static RuntimeSettings defaults() {
        long memoryBytes = Runtime.getRuntime().maxMemory();
        return new RuntimeSettings(memoryBytes, memoryBytes / 2);
    }
}
