package org.sheliak.runtime.geo;

import static java.lang.StrictMath.acos;
import static java.lang.StrictMath.asin;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;
import static java.lang.StrictMath.tan;

import java.util.function.DoubleUnaryOperator;

/// The projections of the unit sphere that are no cones.
///
/// Source: d3-geo/src/projection @ v3.1, d3-geo-projection/src/mollweide.js @ v4.0.
final class RawProjections {
    private static final double EPSILON = 1e-6;
    private static final double HALF_PI = Math.PI / 2;
    private static final int MOLLWEIDE_STEPS = 30;

    private RawProjections() {}

    static final RawProjection AZIMUTHAL_EQUAL_AREA = azimuthal(cosine -> sqrt(2 / (1 + cosine)));

    static final RawProjection AZIMUTHAL_EQUIDISTANT = azimuthal(RawProjections::equidistantScale);

    private static RawProjection azimuthal(DoubleUnaryOperator scale) {
        return (lambda, phi) -> {
            double cosine = cos(phi);
            double factor = scale.applyAsDouble(cos(lambda) * cosine);
            return factor == Double.POSITIVE_INFINITY
                    ? new double[] {2, 0}
                    : new double[] {factor * cosine * sin(lambda), factor * sin(phi)};
        };
    }

    private static double equidistantScale(double cosine) {
        double angle = cosine > 1 ? 0 : cosine < -1 ? Math.PI : acos(cosine);
        return angle == 0 ? angle : angle / sin(angle);
    }

    static double[] mercator(double lambda, double phi) {
        return new double[] {lambda, log(tan((HALF_PI + phi) / 2))};
    }

    static double[] transverseMercator(double lambda, double phi) {
        return new double[] {log(tan((HALF_PI + phi) / 2)), -lambda};
    }

    static double[] equirectangular(double lambda, double phi) {
        return new double[] {lambda, phi};
    }

    static double[] gnomonic(double lambda, double phi) {
        double factor = cos(lambda) * cos(phi);
        return new double[] {cos(phi) * sin(lambda) / factor, sin(phi) / factor};
    }

    static double[] orthographic(double lambda, double phi) {
        return new double[] {cos(phi) * sin(lambda), sin(phi)};
    }

    static double[] stereographic(double lambda, double phi) {
        double factor = 1 + cos(lambda) * cos(phi);
        return new double[] {cos(phi) * sin(lambda) / factor, sin(phi) / factor};
    }

    /// Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection" (2018).
    static double[] equalEarth(double lambda, double phi) {
        double m = sqrt(3) / 2;
        double a1 = 1.340264;
        double a2 = -0.081106;
        double a3 = 0.000893;
        double a4 = 0.003796;
        double l = inRange(m * sin(phi));
        double l2 = l * l;
        double l6 = l2 * l2 * l2;
        return new double[] {
            lambda * cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))),
            l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2))
        };
    }

    /// Source: T. Patterson, B. Jenny, "The development and rationale of cross-blended hypsometric tints" (2011).
    static double[] naturalEarth1(double lambda, double phi) {
        double phi2 = phi * phi;
        double phi4 = phi2 * phi2;
        return new double[] {
            lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4))),
            phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)))
        };
    }

    static double[] mollweide(double lambda, double phi) {
        double theta = mollweideAngle(phi);
        return new double[] {Math.sqrt(2) / HALF_PI * lambda * cos(theta), Math.sqrt(2) * sin(theta)};
    }

    private static double mollweideAngle(double phi) {
        double target = Math.PI * sin(phi);
        double angle = phi;
        double change;
        int left = MOLLWEIDE_STEPS;
        do {
            change = (angle + sin(angle) - target) / (1 + cos(angle));
            angle -= change;
        } while (Math.abs(change) > EPSILON && --left > 0);
        return angle / 2;
    }

    private static double inRange(double sine) {
        return sine > 1 ? HALF_PI : sine < -1 ? -HALF_PI : asin(sine);
    }
}
