package org.sheliak.runtime.geo.stream;

/// Maps points to points.
@FunctionalInterface
public interface PointMap {

    /// The x and y of what a point becomes.
    double[] map(double x, double y);
}
