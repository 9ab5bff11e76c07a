package org.sheliak.runtime.transform.geo;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.geo.stream.GeoSink;

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
}
