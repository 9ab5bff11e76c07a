package org.sheliak.bridge.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// What the kernel publishes to every frontend.
public sealed interface IopubContent extends Content {
    /// What the kernel does, on behalf of a request.
    ///
    /// @param executionState `starting`, `busy` or `idle`
    record Status(String executionState) implements IopubContent {
        @Override
        public String msgType() {
            return "status";
        }
    }

    /// What a cell printed.
    ///
    /// @param name `stdout` or `stderr`
    record Stream(String name, String text) implements IopubContent {
        @Override
        public String msgType() {
            return "stream";
        }
    }

    record ExecuteInput(String code, int executionCount) implements IopubContent {
        @Override
        public String msgType() {
            return "execute_input";
        }
    }

    /// The value of a cell.
    ///
    /// @param data by MIME type: text, or JSON for JSON types
    record ExecuteResult(int executionCount, Map<String, ?> data, ObjectNode metadata) implements IopubContent {
        @Override
        public String msgType() {
            return "execute_result";
        }
    }

    /// Something shown below a cell that is not its value.
    ///
    /// @param data by MIME type: text, or JSON for JSON types
    record DisplayData(Map<String, ?> data, ObjectNode metadata) implements IopubContent {
        @Override
        public String msgType() {
            return "display_data";
        }
    }

    /// Why a cell failed.
    ///
    /// @param traceback lines, may have ANSI colours
    record CellError(String ename, String evalue, List<String> traceback) implements IopubContent {
        @Override
        public String msgType() {
            return "error";
        }
    }
}
