package org.sheliak.runtime.transform.window;

/// An operation that looks at the rows of a window one after the other.
public sealed interface WindowFunction {

    /// Begins with the first row of a group.
    default void begin() {}

    /// Gives each row a number.
    non-sealed interface Ranking extends WindowFunction {
        /// The number of the row in turn.
        double next(WindowRows rows);
    }

    /// Gives each row the value of a field in some row.
    non-sealed interface Fetching extends WindowFunction {
        /// The row whose value the row in turn gets, or `Column.NO_ROW` where it gets null.
        int next(WindowRows rows);

        /// Whether rows that follow each other and get the value of the same row get what it was for the first of them.
        default boolean keepsValue() {
            return false;
        }
    }
}
