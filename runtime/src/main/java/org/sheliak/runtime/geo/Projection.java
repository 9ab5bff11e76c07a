package org.sheliak.runtime.geo;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.geo.stream.GeoSink;

/// Maps longitudes and latitudes to pixels.
public interface Projection {

    /// The x and y of a point; `null` where the map does not show it.
    ///
    /// @param longitude in degrees
    /// @param latitude in degrees
    double @Nullable [] project(double longitude, double latitude);

    /// Is told shapes in degrees, and tells them in pixels, as far as the sphere can be shown at all. A `clipExtent` is
    /// left out.
    GeoSink stream(GeoSink sink);

    /// How many pixels stand for one unit of the raw projection.
    double scale();

    /// The x and y that the center comes to.
    double[] translate();
}
