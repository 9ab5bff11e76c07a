package org.sheliak.bridge.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the kernel answers on the shell and control sockets.
public sealed interface ShellReply extends Content {
    record KernelInfoReply(
            String status,
            String protocolVersion,
            String implementation,
            String implementationVersion,
            LanguageInfo languageInfo,
            String banner,
            List<HelpLink> helpLinks)
            implements ShellReply {
        @Override
        public String msgType() {
            return "kernel_info_reply";
        }
    }

    record LanguageInfo(
            String name,
            String version,
            String mimetype,
            String fileExtension,
            String pygmentsLexer,
            String codemirrorMode) {}

    record HelpLink(String text, String url) {}

    /// How a cell ended.
    ///
    /// @param status `ok`, `error` or `aborted`
    record ExecuteReply(
            String status,
            int executionCount,
            @Nullable Map<String, ObjectNode> userExpressions,
            @Nullable List<ObjectNode> payload,
            @Nullable String ename,
            @Nullable String evalue,
            @Nullable List<String> traceback)
            implements ShellReply {
        public static ExecuteReply ok(int executionCount) {
            return new ExecuteReply("ok", executionCount, Map.of(), List.of(), null, null, null);
        }

        public static ExecuteReply error(int executionCount, IopubContent.CellError error) {
            return new ExecuteReply(
                    "error", executionCount, null, null, error.ename(), error.evalue(), error.traceback());
        }

        public static ExecuteReply aborted(int executionCount) {
            return new ExecuteReply("aborted", executionCount, null, null, null, null, null);
        }

        @Override
        public String msgType() {
            return "execute_reply";
        }
    }

    /// The matches replace the code between the cursors, counted in Unicode code points.
    record CompleteReply(String status, List<String> matches, int cursorStart, int cursorEnd, ObjectNode metadata)
            implements ShellReply {
        @Override
        public String msgType() {
            return "complete_reply";
        }
    }

    record InspectReply(String status, boolean found, Map<String, String> data, ObjectNode metadata)
            implements ShellReply {
        @Override
        public String msgType() {
            return "inspect_reply";
        }
    }

    /// Whether code is a whole.
    ///
    /// @param status `complete`, `incomplete`, `invalid` or `unknown`
    /// @param indent what to begin the next line with, when incomplete
    record IsCompleteReply(String status, @Nullable String indent) implements ShellReply {
        @Override
        public String msgType() {
            return "is_complete_reply";
        }
    }

    record HistoryReply(String status, List<List<String>> history) implements ShellReply {
        @Override
        public String msgType() {
            return "history_reply";
        }
    }

    /// The open comms.
    ///
    /// @param comms by comm id
    record CommInfoReply(String status, Map<String, CommInfo> comms) implements ShellReply {
        @Override
        public String msgType() {
            return "comm_info_reply";
        }
    }

    record CommInfo(String targetName) {}

    record ShutdownReply(String status, boolean restart) implements ShellReply {
        @Override
        public String msgType() {
            return "shutdown_reply";
        }
    }

    record InterruptReply(String status) implements ShellReply {
        @Override
        public String msgType() {
            return "interrupt_reply";
        }
    }

    /// The answer of any kind to a request that failed.
    record ErrorReply(String msgType, String status, String ename, String evalue, List<String> traceback)
            implements ShellReply {}
}
