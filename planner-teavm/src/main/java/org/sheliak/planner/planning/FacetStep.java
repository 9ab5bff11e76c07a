package org.sheliak.planner.planning;

import org.sheliak.planner.json.JsonValue.JsonObject;

/// What becomes of one transform of a facet's rows when it is lifted.
sealed interface FacetStep {

    /// The transform does on the whole table what the facet's did on each part.
    ///
    /// @param transform the lifted transform
    /// @param pointer JSON pointer to the facet's transform
    /// @param rows what it does to the rows of each facet
    /// @param isReducing true when it makes few rows from many
    record Lifted(JsonObject transform, String pointer, Rows rows, boolean isReducing) implements FacetStep {}

    /// The transform stays inside of the facet.
    record Stays(Obstacle obstacle) implements FacetStep {}

    /// What a transform does to the rows of each facet.
    enum Rows {
        /// Each row stays in its place.
        SAME,
        /// Every facet that had rows has some, and the first rows of the facets follow each other as before.
        SOME,
        /// A facet may be left without rows, or the order of the facets may change.
        ANY;

        Rows then(Rows other) {
            return compareTo(other) > 0 ? this : other;
        }
    }
}
