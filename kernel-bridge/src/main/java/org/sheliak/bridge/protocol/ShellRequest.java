package org.sheliak.bridge.protocol;

import org.jspecify.annotations.Nullable;

/// What a frontend asks on the shell and control sockets.
public sealed interface ShellRequest extends Content {
    /// Run a cell.
    ///
    /// @param stopOnError whether an error aborts the cells queued behind; absent means yes
    record ExecuteRequest(
            String code,
            boolean silent,
            boolean allowStdin,
            @Nullable Boolean stopOnError) implements ShellRequest {
        @Override
        public String msgType() {
            return "execute_request";
        }

        public boolean abortsOnError() {
            return stopOnError == null || stopOnError;
        }
    }

    /// Complete the code at a cursor, counted in Unicode code points.
    record CompleteRequest(String code, int cursorPos) implements ShellRequest {
        @Override
        public String msgType() {
            return "complete_request";
        }
    }

    /// Describe the name at a cursor, counted in Unicode code points.
    record InspectRequest(String code, int cursorPos) implements ShellRequest {
        @Override
        public String msgType() {
            return "inspect_request";
        }
    }

    /// Can this code be run, or does more have to follow?
    record IsCompleteRequest(String code) implements ShellRequest {
        @Override
        public String msgType() {
            return "is_complete_request";
        }
    }

    /// Which comms are open; all of them when no target is named.
    record CommInfoRequest(@Nullable String targetName) implements ShellRequest {
        @Override
        public String msgType() {
            return "comm_info_request";
        }
    }

    /// End the kernel, perhaps to be started again.
    record ShutdownRequest(boolean restart) implements ShellRequest {
        @Override
        public String msgType() {
            return "shutdown_request";
        }
    }
}
