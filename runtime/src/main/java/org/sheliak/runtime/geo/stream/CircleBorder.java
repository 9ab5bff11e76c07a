package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.acos;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;
import static org.sheliak.runtime.geo.stream.Cartesian.TAU;

import org.jspecify.annotations.Nullable;

/// A circle around the point 0, 0; what is nearer to it is inside.
///
/// Source: d3-geo/src/clip/circle.js, circle.js @ v3.1.
final class CircleBorder implements SphereBorder {
    /// Between two points of the circle that stand for the curve, in radians.
    private static final double STEP = 2 * Math.PI / 180;

    private final CircleIntersection intersection;
    private final double radius;
    private final double cosine;

    /// @param radius in radians
    CircleBorder(double radius) {
        this.radius = radius;
        this.cosine = cos(radius);
        this.intersection = new CircleIntersection(cosine);
    }

    @Override
    public boolean isVisible(double lambda, double phi) {
        return cos(lambda) * cos(phi) > cosine;
    }

    @Override
    public double[] start() {
        return isSmall() ? new double[] {0, -radius} : new double[] {-Math.PI, radius - Math.PI};
    }

    @Override
    public LineCutter cutter(GeoSink sink) {
        return new Cutter(sink);
    }

    @Override
    public void tell(double @Nullable [] from, double @Nullable [] to, int direction, GeoSink sink) {
        double step = direction * STEP;
        double first = radius + direction * TAU;
        double last = radius - step / 2;
        if (from != null && to != null) {
            first = angle(from);
            last = angle(to);
            first += (direction > 0 ? first < last : first > last) ? direction * TAU : 0;
        }
        for (double at = first; direction > 0 ? at > last : at < last; at -= step) {
            double[] point = Cartesian.spherical(new double[] {cosine, -sin(radius) * cos(at), -sin(radius) * sin(at)});
            sink.point(point[0], point[1]);
        }
    }

    private boolean isSmall() {
        return cosine > 0;
    }

    /// The angle of a point on the circle.
    private double angle(double[] point) {
        double[] vector = Cartesian.of(point);
        vector[0] -= cosine;
        double[] unit = Cartesian.unit(vector);
        double arc = -unit[1] > 1 ? 0 : -unit[1] < -1 ? Math.PI : acos(-unit[1]);
        return ((-unit[2] < 0 ? -arc : arc) + TAU - EPSILON) % TAU;
    }

    private final class Cutter implements LineCutter {
        private final GeoSink sink;
        private double @Nullable [] previous;
        private int previousSides;
        private boolean wasVisible;
        private boolean isFirstVisible;
        private boolean isWhole;

        Cutter(GeoSink sink) {
            this.sink = sink;
        }

        @Override
        public void lineStart() {
            isFirstVisible = false;
            wasVisible = false;
            isWhole = true;
        }

        @Override
        public void point(double lambda, double phi) {
            double[] point = {lambda, phi};
            boolean isVisible = isVisible(lambda, phi);
            int sides = sides(lambda, phi, isVisible);
            if (previous == null) {
                isFirstVisible = isVisible;
                wasVisible = isVisible;
                if (isVisible) {
                    sink.lineStart();
                }
            } else if (isVisible != wasVisible) {
                cross(previous, point, isVisible);
            } else if (Math.abs(cosine) > EPSILON && isSmall() != isVisible && (sides & previousSides) == 0) {
                touch(previous, point);
            }
            if (isVisible && (previous == null || !Cartesian.isSame(previous, point))) {
                sink.point(lambda, phi);
            }
            previous = point;
            wasVisible = isVisible;
            previousSides = sides;
        }

        /// The line comes in or goes out.
        private void cross(double[] from, double[] to, boolean isEntry) {
            isWhole = false;
            double[] crossing = isEntry ? intersection.one(to, from) : intersection.one(from, to);
            if (isEntry) {
                sink.lineStart();
                sink.point(crossing[0], crossing[1]);
            } else {
                sink.cut(crossing[0], crossing[1]);
                sink.lineEnd();
            }
            previous = crossing;
        }

        /// The line may cut the circle twice between two points on the same side.
        private void touch(double[] from, double[] to) {
            double[][] both = intersection.two(to, from);
            if (both == null) {
                return;
            }
            isWhole = false;
            if (isSmall()) {
                sink.lineStart();
                sink.point(both[0][0], both[0][1]);
                sink.point(both[1][0], both[1][1]);
                sink.lineEnd();
            } else {
                sink.point(both[1][0], both[1][1]);
                sink.lineEnd();
                sink.lineStart();
                sink.cut(both[0][0], both[0][1]);
            }
        }

        @Override
        public void lineEnd() {
            if (wasVisible) {
                sink.lineEnd();
            }
            previous = null;
        }

        @Override
        public int outcome() {
            return (isWhole ? WHOLE : 0) | (isFirstVisible && wasVisible ? REJOIN : 0);
        }
    }

    /// On which sides of the circle's bounding box a point is, as bits; of its antipode where the circle is a large
    /// one.
    private int sides(double lambda, double phi, boolean isVisible) {
        if (isSmall() == isVisible) {
            return 0;
        }
        double half = isSmall() ? radius : Math.PI - radius;
        double across = isSmall() ? lambda : lambda + (lambda < 0 ? Math.PI : -Math.PI);
        int sides = across < -half ? 1 : across > half ? 2 : 0;
        return sides | (phi < -half ? 4 : phi > half ? 8 : 0);
    }
}
