package org.sheliak.runtime.regexp;

/// A part of a pattern together with all that has to match after it.
///
/// Source: ECMA-262 (2024), 22.2.2, where a step is called a matcher with its continuation.
@FunctionalInterface
interface MatchStep {
    /// Whether this and all that follows matches from a position on. Leaves the state as it was when it does not.
    boolean matches(MatchState state, int position);
}
