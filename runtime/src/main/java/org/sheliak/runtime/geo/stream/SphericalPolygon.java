package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;
import static org.sheliak.runtime.geo.stream.Cartesian.HALF_PI;
import static org.sheliak.runtime.geo.stream.Cartesian.TAU;

import java.util.List;

/// Whether a point is inside of a polygon on the sphere, both in radians: the south pole is, when the rings wind
/// around it clockwise, or do not wind around it and have a negative area; and the point is on the other side each
/// time that an edge crosses its meridian below it.
///
/// Source: d3-geo/src/polygonContains.js @ v3.1.
final class SphericalPolygon {
    private static final double NO_AREA = 1e-12;

    private final double lambda;
    private final double phi;
    private final double[] meridian;
    private final ExactSum area = new ExactSum();
    private double angle;
    private int winding;

    private SphericalPolygon(double[] point) {
        lambda = longitude(point);
        double sine = sin(point[1]);
        phi = sine == 1 ? HALF_PI + EPSILON : sine == -1 ? -HALF_PI - EPSILON : point[1];
        meridian = new double[] {sin(lambda), -cos(lambda), 0};
    }

    static boolean contains(List<List<double[]>> rings, double[] point) {
        SphericalPolygon polygon = new SphericalPolygon(point);
        for (List<double[]> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                polygon.addEdge(ring.get(i == 0 ? ring.size() - 1 : i - 1), ring.get(i));
            }
        }
        boolean isPoleInside = polygon.angle < -EPSILON || (polygon.angle < EPSILON && polygon.area.value() < -NO_AREA);
        return isPoleInside != ((polygon.winding & 1) != 0);
    }

    private void addEdge(double[] from, double[] to) {
        double lambda0 = longitude(from);
        double lambda1 = longitude(to);
        double phi0 = from[1] / 2 + Math.PI / 4;
        double phi1 = to[1] / 2 + Math.PI / 4;
        double delta = lambda1 - lambda0;
        int sign = delta >= 0 ? 1 : -1;
        double width = sign * delta;
        boolean isCrossing = width > Math.PI;
        double k = sin(phi0) * sin(phi1);
        area.add(atan2(k * sign * sin(width), cos(phi0) * cos(phi1) + k * cos(width)));
        angle += isCrossing ? delta + sign * TAU : delta;
        if (isCrossing ^ (lambda0 >= lambda) ^ (lambda1 >= lambda)) {
            crossMeridian(from, to, isCrossing ^ (delta >= 0));
        }
    }

    private void crossMeridian(double[] from, double[] to, boolean isEastward) {
        double[] arc = Cartesian.unit(Cartesian.cross(Cartesian.of(from), Cartesian.of(to)));
        double[] crossing = Cartesian.unit(Cartesian.cross(meridian, arc));
        double latitude = (isEastward ? -1 : 1) * Cartesian.arcSine(crossing[2]);
        boolean isTilted = isTrue(arc[0]) || isTrue(arc[1]);
        if (phi > latitude || (phi == latitude && isTilted)) {
            winding += isEastward ? 1 : -1;
        }
    }

    private static boolean isTrue(double number) {
        return number != 0 && !Double.isNaN(number);
    }

    private static double longitude(double[] point) {
        double size = Math.abs(point[0]);
        return size <= Math.PI ? point[0] : Math.signum(point[0]) * ((size + Math.PI) % TAU - Math.PI);
    }
}
