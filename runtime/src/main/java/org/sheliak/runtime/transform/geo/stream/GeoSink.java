package org.sheliak.runtime.transform.geo.stream;

/// Is told shapes, point by point. Points of a line come between its start and end, and so do those of a polygon's
/// rings, whose first points are not repeated; other points stand for themselves.
///
/// Source: the streams of d3-geo @ v3.1.
public interface GeoSink {

    /// A point, in the units of whoever tells it: degrees, radians or pixels.
    void point(double x, double y);

    /// A point at which a line was cut off.
    default void cut(double x, double y) {
        point(x, y);
    }

    void lineStart();

    void lineEnd();

    void polygonStart();

    void polygonEnd();

    /// The whole sphere.
    void sphere();
}
