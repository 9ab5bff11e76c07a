package org.sheliak.bridge.comm;

/// What frontends can open comms to.
@FunctionalInterface
public interface CommTarget {
    /// A frontend opened a comm.
    ///
    /// @param open the data that came with it
    CommListener opened(Comm comm, CommEvent open);
}
