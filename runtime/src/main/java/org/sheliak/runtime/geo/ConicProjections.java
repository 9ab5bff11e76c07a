package org.sheliak.runtime.geo;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;
import static java.lang.StrictMath.tan;

import org.sheliak.runtime.value.Power;

/// Projections of the unit sphere on a cone with two standard parallels, in radians.
///
/// Source: d3-geo/src/projection/conicConformal.js, conicEqualArea.js, conicEquidistant.js @ v3.1.
final class ConicProjections {
    private static final double EPSILON = 1e-6;
    private static final double HALF_PI = Math.PI / 2;

    private ConicProjections() {}

    static RawProjection equalArea(double first, double second) {
        double sine = sin(first);
        double n = (sine + sin(second)) / 2;
        if (Math.abs(n) < EPSILON) {
            double cosine = cos(first);
            return (lambda, phi) -> new double[] {lambda * cosine, sin(phi) / cosine};
        }
        double c = 1 + sine * (2 * n - sine);
        double top = sqrt(c) / n;
        return (lambda, phi) -> {
            double radius = sqrt(c - 2 * n * sin(phi)) / n;
            return new double[] {radius * sin(lambda * n), top - radius * cos(lambda * n)};
        };
    }

    static RawProjection conformal(double first, double second) {
        double cosine = cos(first);
        double n = first == second
                ? sin(first)
                : log(cosine / cos(second)) / log(halfTangent(second) / halfTangent(first));
        double f = cosine * Power.of(halfTangent(first), n) / n;
        if (n == 0 || Double.isNaN(n)) {
            return RawProjections::mercator;
        }
        return (lambda, phi) -> {
            double kept = f > 0 ? Math.max(phi, -HALF_PI + EPSILON) : Math.min(phi, HALF_PI - EPSILON);
            double radius = f / Power.of(halfTangent(kept), n);
            return new double[] {radius * sin(n * lambda), f - radius * cos(n * lambda)};
        };
    }

    private static double halfTangent(double phi) {
        return tan((HALF_PI + phi) / 2);
    }

    static RawProjection equidistant(double first, double second) {
        double cosine = cos(first);
        double n = first == second ? sin(first) : (cosine - cos(second)) / (second - first);
        double g = cosine / n + first;
        if (Math.abs(n) < EPSILON) {
            return RawProjections::equirectangular;
        }
        return (lambda, phi) -> new double[] {(g - phi) * sin(n * lambda), g - (g - phi) * cos(n * lambda)};
    }
}
