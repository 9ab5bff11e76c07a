package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.asin;
import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;

/// Points of the unit sphere as vectors of three numbers; longitudes and latitudes are in radians.
///
/// Source: d3-geo/src/cartesian.js, math.js @ v3.1.
final class Cartesian {
    /// What is nearer is the same, in radians or pixels.
    static final double EPSILON = 1e-6;

    static final double HALF_PI = Math.PI / 2;
    static final double TAU = 2 * Math.PI;

    private Cartesian() {}

    static double[] of(double lambda, double phi) {
        double cosine = cos(phi);
        return new double[] {cosine * cos(lambda), cosine * sin(lambda), sin(phi)};
    }

    static double[] of(double[] point) {
        return of(point[0], point[1]);
    }

    /// The longitude and latitude of a vector.
    static double[] spherical(double[] vector) {
        return new double[] {atan2(vector[1], vector[0]), arcSine(vector[2])};
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double[] sum(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
    }

    static double[] scaled(double[] vector, double factor) {
        return new double[] {vector[0] * factor, vector[1] * factor, vector[2] * factor};
    }

    static double[] unit(double[] vector) {
        double length = sqrt(dot(vector, vector));
        return new double[] {vector[0] / length, vector[1] / length, vector[2] / length};
    }

    /// Whether two points of the sphere or the plane are the same.
    static boolean isSame(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) < EPSILON && Math.abs(a[1] - b[1]) < EPSILON;
    }

    /// The arc of a sine that may have left its range by rounding.
    static double arcSine(double sine) {
        return sine > 1 ? HALF_PI : sine < -1 ? -HALF_PI : asin(sine);
    }
}
