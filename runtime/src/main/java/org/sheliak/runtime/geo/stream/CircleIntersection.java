package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.sqrt;
import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;

import org.jspecify.annotations.Nullable;

/// Where great circles cut a circle around the point 0, 0: the plane of each is n · p = d, and the line in which
/// they meet cuts the sphere.
///
/// Source: `intersect` of d3-geo/src/clip/circle.js @ v3.1.
///
/// @param cosine of the circle's radius
record CircleIntersection(double cosine) {

    /// The line in which the two planes meet.
    ///
    /// @param root half the distance between the two points in which it cuts the sphere; NaN when it does not
    @SuppressWarnings("ArrayRecordComponent")
    private record Meeting(double[] origin, double[] direction, double middle, double squared, double root) {
        double[] point(int side) {
            return Cartesian.spherical(
                    Cartesian.sum(Cartesian.scaled(direction, (-middle + side * root) / squared), origin));
        }
    }

    /// The point of the circle between two points, of which one is inside.
    double[] one(double[] a, double[] b) {
        Meeting meeting = meeting(a, b);
        return meeting == null ? a : meeting.point(-1);
    }

    /// The two points of the circle between two points on the same side, or `null`.
    double @Nullable [] @Nullable [] two(double[] a, double[] b) {
        Meeting meeting = meeting(a, b);
        if (meeting == null || Double.isNaN(meeting.root)) {
            return null;
        }
        double[] first = meeting.point(-1);
        return isBetween(first, a, b) ? new double[][] {first, meeting.point(1)} : null;
    }

    private @Nullable Meeting meeting(double[] a, double[] b) {
        double[] normal = {1, 0, 0};
        double[] other = Cartesian.cross(Cartesian.of(a), Cartesian.of(b));
        double squared = Cartesian.dot(other, other);
        double determinant = squared - other[0] * other[0];
        if (determinant == 0 || Double.isNaN(determinant)) {
            return null;
        }
        double[] direction = Cartesian.cross(normal, other);
        double[] origin = Cartesian.sum(
                Cartesian.scaled(normal, cosine * squared / determinant),
                Cartesian.scaled(other, -cosine * other[0] / determinant));
        double middle = Cartesian.dot(origin, direction);
        double length = Cartesian.dot(direction, direction);
        double root = sqrt(middle * middle - length * (Cartesian.dot(origin, origin) - 1));
        return new Meeting(origin, direction, middle, length, root);
    }

    private static boolean isBetween(double[] point, double[] a, double[] b) {
        double west = Math.min(a[0], b[0]);
        double east = Math.max(a[0], b[0]);
        double width = east - west;
        if (Math.abs(width - Math.PI) < EPSILON) {
            double limit = Math.abs(point[0] - west) < EPSILON ? a[1] : b[1];
            return (a[1] + b[1] > 0) != (point[1] < limit);
        }
        if (width < EPSILON) {
            return Math.min(a[1], b[1]) <= point[1] && point[1] <= Math.max(a[1], b[1]);
        }
        return (width > Math.PI) != (west <= point[0] && point[0] <= east);
    }
}
