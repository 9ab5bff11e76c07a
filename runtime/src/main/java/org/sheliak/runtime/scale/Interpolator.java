package org.sheliak.runtime.scale;

import org.jspecify.annotations.Nullable;

/// The values between two or more others.
@FunctionalInterface
interface Interpolator {
    /// What an interpolating scale has before it is given a range: the place itself.
    Interpolator IDENTITY = place -> place;

    /// The value at a place.
    ///
    /// @param place 0 at the first value, 1 at the last one; may lie outside
    @Nullable
    Object at(double place);
}
