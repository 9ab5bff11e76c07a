package org.sheliak.bridge.connection;

import org.sheliak.bridge.protocol.Message;

/// Sends messages, from any thread. What one thread sends leaves in that order, across channels too.
@FunctionalInterface
public interface MessageSender {
    void send(Channel channel, Message message);
}
