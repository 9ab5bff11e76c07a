package org.sheliak.runtime.transform.window;

import org.jspecify.annotations.Nullable;

/// An operation that looks at the rows of a window one after the other.
public interface WindowFunction {

    /// Begins with the first row of a group.
    default void begin() {}

    /// The result for the row in turn.
    @Nullable
    Object next(WindowRows rows);
}
