package org.sheliak.bridge.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;

/// A runtime for specs that may read files below the same folders; another one when the folders change.
/// For one thread.
final class Runtimes implements AutoCloseable {
    private List<Path> roots = List.of();
    private @Nullable SheliakRuntime runtime;

    /// The runtime for these folders; it lasts until other ones are asked for.
    SheliakRuntime of(List<Path> folders) {
        if (runtime == null || !roots.equals(folders)) {
            close();
            roots = List.copyOf(folders);
            runtime = SheliakRuntime.start(RuntimeSettings.defaults().withDataRoots(folders));
        }
        return runtime;
    }

    @Override
    public void close() {
        if (runtime != null) {
            runtime.close();
            runtime = null;
        }
    }
}
