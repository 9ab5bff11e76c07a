package org.sheliak.runtime.geo;

/// Maps the unit sphere to the plane.
@FunctionalInterface
interface RawProjection {

    /// The x and y, which points up, of a point.
    ///
    /// @param lambda longitude in radians
    /// @param phi latitude in radians
    double[] project(double lambda, double phi);
}
