package org.sheliak.runtime.transform.geo;

import org.jspecify.annotations.Nullable;

/// Maps longitudes and latitudes to pixels.
@FunctionalInterface
public interface Projection {

    /// The x and y of a point; `null` where the map does not show it.
    ///
    /// @param longitude in degrees
    /// @param latitude in degrees
    double @Nullable [] project(double longitude, double latitude);
}
