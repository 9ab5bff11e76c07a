package org.sheliak.runtime.source;

import java.nio.file.Path;

/// Where the test set-up puts data that is not part of the repository.
public final class TestData {
    private TestData() {}

    /// The folder with the files of the npm package `vega-datasets`: the environment's `SHELIAK_DATA`, or `.data`
    /// in the root of the project.
    public static Path folder() {
        String given = System.getenv("SHELIAK_DATA");
        return given == null ? Path.of(System.getProperty("sheliak.root"), ".data") : Path.of(given);
    }
}
