package org.sheliak.planner.analysis;

import org.sheliak.planner.taskgraph.Variable;

/// A place in a spec that reads a signal or rows of a data set.
///
/// @param target what is read
/// @param columns columns that are read; none for a signal
/// @param role what reads it
/// @param pointer JSON pointer to the reading item
public record Reference(Variable target, ColumnUsage columns, Role role, String pointer) {

    /// What kind of item reads.
    public enum Role {
        /// A mark draws the rows.
        MARK,
        /// A group splits the rows among its items.
        FACET,
        /// A data set derives from the rows; the columns it reads are those that its own readers read.
        SOURCE,
        /// A transform looks into the rows of another data set.
        TRANSFORM,
        /// The domain or range of a scale is taken from the rows.
        SCALE,
        /// The `update` or `init` expression of a signal.
        SIGNAL,
        /// Any other expression.
        EXPRESSION
    }
}
