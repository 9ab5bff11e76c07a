package org.sheliak.bridge.connection;

/// The channels of a kernel that carry messages.
public enum Channel {
    /// Requests of the frontend, and their replies.
    SHELL,
    /// Requests that must not wait: interrupt, shutdown.
    CONTROL,
    /// Questions of the kernel to the person.
    STDIN,
    /// What every frontend sees.
    IOPUB
}
