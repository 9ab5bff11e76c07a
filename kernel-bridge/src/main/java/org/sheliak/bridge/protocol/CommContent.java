package org.sheliak.bridge.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/// What crosses a comm, in both directions.
public sealed interface CommContent extends Content {
    /// The comm that the message belongs to.
    String commId();

    record CommOpen(String commId, String targetName, JsonNode data) implements CommContent {
        @Override
        public String msgType() {
            return "comm_open";
        }
    }

    record CommMsg(String commId, JsonNode data) implements CommContent {
        @Override
        public String msgType() {
            return "comm_msg";
        }
    }

    record CommClose(String commId, JsonNode data) implements CommContent {
        @Override
        public String msgType() {
            return "comm_close";
        }
    }
}
