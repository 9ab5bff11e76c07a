package org.sheliak.runtime.geo;

import static java.lang.StrictMath.asin;
import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

/// Turns the sphere by three angles in radians.
///
/// Source: `rotateRadians` of d3-geo/src/rotation.js @ v3.1.
record Rotation(double lambda, double phi, double gamma) {
    private static final double TAU = 2 * Math.PI;

    /// The longitude and latitude of a point after the turn, in radians.
    double[] turn(double longitude, double latitude) {
        double around = lambda % TAU;
        boolean turnsAround = around != 0 && !Double.isNaN(around);
        boolean tilts = isTrue(phi) || isTrue(gamma);
        double turned = turnsAround || !tilts ? wrapped(longitude + (turnsAround ? around : 0)) : longitude;
        return tilts ? tilted(turned, latitude) : new double[] {turned, latitude};
    }

    private static boolean isTrue(double angle) {
        return angle != 0 && !Double.isNaN(angle);
    }

    private static double wrapped(double longitude) {
        return Math.abs(longitude) > Math.PI ? longitude - Math.floor(longitude / TAU + 0.5) * TAU : longitude;
    }

    private double[] tilted(double longitude, double latitude) {
        double cosine = cos(latitude);
        double x = cos(longitude) * cosine;
        double y = sin(longitude) * cosine;
        double z = sin(latitude);
        double k = z * cos(phi) + x * sin(phi);
        double sine = k * cos(gamma) + y * sin(gamma);
        return new double[] {
            atan2(y * cos(gamma) - k * sin(gamma), x * cos(phi) - z * sin(phi)),
            sine > 1 ? Math.PI / 2 : sine < -1 ? -Math.PI / 2 : asin(sine)
        };
    }
}
