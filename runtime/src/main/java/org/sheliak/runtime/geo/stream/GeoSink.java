package org.sheliak.runtime.geo.stream;

import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

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
    ///
    /// @throws SheliakException TYPE_MISMATCH where it came through a projection that does not show it
    void sphere();

    /// The error where the whole sphere is to be measured in the plane.
    static SheliakException noPlane() {
        return new SheliakException(
                ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, "this projection cannot show the whole sphere");
    }
}
