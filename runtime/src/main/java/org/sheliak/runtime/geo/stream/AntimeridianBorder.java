package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.atan;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;
import static org.sheliak.runtime.geo.stream.Cartesian.HALF_PI;

import org.jspecify.annotations.Nullable;

/// Both sides of the antimeridian: all of the sphere is inside, but no line crosses it.
///
/// Source: d3-geo/src/clip/antimeridian.js @ v3.1.
final class AntimeridianBorder implements SphereBorder {
    @Override
    public boolean isVisible(double lambda, double phi) {
        return true;
    }

    @Override
    public double[] start() {
        return new double[] {-Math.PI, -HALF_PI};
    }

    @Override
    public LineCutter cutter(GeoSink sink) {
        return new Cutter(sink);
    }

    @Override
    public void tell(double @Nullable [] from, double @Nullable [] to, int direction, GeoSink sink) {
        if (from == null || to == null) {
            tellAll(direction * HALF_PI, sink);
        } else if (Math.abs(from[0] - to[0]) > EPSILON) {
            double lambda = from[0] < to[0] ? Math.PI : -Math.PI;
            double phi = direction * lambda / 2;
            sink.point(-lambda, phi);
            sink.point(0, phi);
            sink.point(lambda, phi);
        } else {
            sink.point(to[0], to[1]);
        }
    }

    private static void tellAll(double phi, GeoSink sink) {
        sink.point(-Math.PI, phi);
        sink.point(0, phi);
        sink.point(Math.PI, phi);
        sink.point(Math.PI, 0);
        sink.point(Math.PI, -phi);
        sink.point(0, -phi);
        sink.point(-Math.PI, -phi);
        sink.point(-Math.PI, 0);
        sink.point(-Math.PI, phi);
    }

    private static final class Cutter implements LineCutter {
        private final GeoSink sink;
        private double lambda0 = Double.NaN;
        private double phi0 = Double.NaN;
        private double side0 = Double.NaN;
        private boolean isWhole;

        Cutter(GeoSink sink) {
            this.sink = sink;
        }

        @Override
        public void lineStart() {
            sink.lineStart();
            isWhole = true;
        }

        @Override
        public void point(double lambda, double phi) {
            double lambda1 = lambda;
            double side1 = lambda1 > 0 ? Math.PI : -Math.PI;
            double distance = Math.abs(lambda1 - lambda0);
            if (Math.abs(distance - Math.PI) < EPSILON) {
                phi0 = (phi0 + phi) / 2 > 0 ? HALF_PI : -HALF_PI;
                sink.point(lambda0, phi0);
                cross(side1);
                sink.point(lambda1, phi0);
            } else if (side0 != side1 && distance >= Math.PI) {
                lambda0 = off(lambda0, side0);
                lambda1 = off(lambda1, side1);
                phi0 = crossing(lambda0, phi0, lambda1, phi);
                cross(side1);
            }
            lambda0 = lambda1;
            phi0 = phi;
            sink.point(lambda0, phi0);
            side0 = side1;
        }

        /// Ends the line on one side, and begins it again on the other one.
        private void cross(double side) {
            sink.point(side0, phi0);
            sink.lineEnd();
            sink.lineStart();
            sink.point(side, phi0);
            isWhole = false;
        }

        @Override
        public void lineEnd() {
            sink.lineEnd();
            lambda0 = Double.NaN;
            phi0 = Double.NaN;
        }

        @Override
        public int outcome() {
            return isWhole ? WHOLE : REJOIN;
        }

        /// A longitude that is not on the antimeridian.
        private static double off(double lambda, double side) {
            return Math.abs(lambda - side) < EPSILON ? lambda - side * EPSILON : lambda;
        }

        private static double crossing(double lambda0, double phi0, double lambda1, double phi1) {
            double sine = sin(lambda0 - lambda1);
            if (Math.abs(sine) <= EPSILON) {
                return (phi0 + phi1) / 2;
            }
            double cos0 = cos(phi0);
            double cos1 = cos(phi1);
            return atan((sin(phi0) * cos1 * sin(lambda1) - sin(phi1) * cos0 * sin(lambda0)) / (cos0 * cos1 * sine));
        }
    }
}
