package org.sheliak.runtime.table;

/// Strings in UTF-8 that need not have been looked at yet.
public interface Utf8Source {

    /// Number of strings.
    int size();

    /// Where each of them lies. May be asked by any thread.
    Utf8Slices slices();

    /// Bytes that they take.
    long sizeBytes();
}
