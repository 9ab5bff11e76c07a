package org.sheliak.bridge.connection;

import org.sheliak.bridge.protocol.Message;

/// Takes what arrives; called on the thread that owns the sockets, so it must hand long work to another thread.
@FunctionalInterface
public interface MessageReceiver {
    void receive(Channel channel, Message message);
}
