package org.sheliak.runtime.source.lane;

import java.io.IOException;

/// Work in parts: they are read at the same time, in any order, and taken one after the other, in theirs.
/// So what is made of them does not depend on the number of threads.
///
/// @param <P> what is read of a part
public interface Lane<P> {

    /// How many parts there are.
    int partCount();

    /// Reads a part. Called by several threads at once.
    P read(int part) throws IOException;

    /// Takes what was read of a part, once all parts before it have been taken. Never called by two
    /// threads at once.
    void take(int part, P read) throws IOException;
}
