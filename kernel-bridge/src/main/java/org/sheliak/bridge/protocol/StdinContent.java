package org.sheliak.bridge.protocol;

/// What crosses the stdin socket: the kernel asks, the frontend answers.
public sealed interface StdinContent extends Content {
    record InputRequest(String prompt, boolean password) implements StdinContent {
        @Override
        public String msgType() {
            return "input_request";
        }
    }

    record InputReply(String value) implements StdinContent {
        @Override
        public String msgType() {
            return "input_reply";
        }
    }
}
