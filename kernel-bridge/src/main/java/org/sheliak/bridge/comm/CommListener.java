package org.sheliak.bridge.comm;

/// The kernel's end of one comm.
public interface CommListener {
    /// A message is in the queue of this comm. Called at once, on the thread of the sockets: only to cancel
    /// what the new message makes stale.
    default void arriving(CommEvent event) {}

    /// Answers a message; called one after the other, in the order of arrival, while cells may run.
    void message(CommEvent event);

    /// The comm is gone: free what it held. Called once.
    default void closed() {}
}
