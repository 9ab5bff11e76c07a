package org.sheliak.runtime.geo.stream;

import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sides of a rectangle in the plane.
///
/// Source: d3-geo/src/clip/rectangle.js @ v3.1.
record RectangleBorder(double left, double top, double right, double bottom) implements Border {

    boolean isVisible(double x, double y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    @Override
    public int compare(double[] a, double[] b) {
        int corner = corner(a, 1);
        int other = corner(b, 1);
        if (corner != other) {
            return corner - other;
        }
        return switch (corner) {
            case 0 -> compare(b[1], a[1]);
            case 1 -> compare(a[0], b[0]);
            case 2 -> compare(a[1], b[1]);
            default -> compare(b[0], a[0]);
        };
    }

    /// The two zeros are the same.
    private static int compare(double a, double b) {
        return Double.compare(a + 0.0, b + 0.0);
    }

    @Override
    public void tell(double @Nullable [] from, double @Nullable [] to, int direction, GeoSink sink) {
        if (from != null && to != null && isNext(from, to, direction)) {
            sink.point(to[0], to[1]);
            return;
        }
        int corner = from == null ? 0 : corner(from, direction);
        int last = to == null ? 0 : corner(to, direction);
        do {
            sink.point(corner == 0 || corner == 3 ? left : right, corner > 1 ? bottom : top);
            corner = (corner + direction + 4) % 4;
        } while (corner != last);
    }

    /// Whether there is no corner between two points.
    private boolean isNext(double[] from, double[] to, int direction) {
        return corner(from, direction) == corner(to, direction) && (compare(from, to) < 0) == (direction > 0);
    }

    /// The corner that a point of the border comes to, clockwise from the upper left one.
    private int corner(double[] point, int direction) {
        int ahead = direction > 0 ? 0 : -1;
        if (Math.abs(point[0] - left) < EPSILON) {
            return (4 + ahead) % 4;
        }
        if (Math.abs(point[0] - right) < EPSILON) {
            return 2 + ahead;
        }
        return Math.abs(point[1] - top) < EPSILON ? 1 + ahead : 3 + ahead;
    }

    /// How often rings wind around the lower left corner.
    int winding(List<List<double[]>> rings) {
        int winding = 0;
        for (List<double[]> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                winding += winding(ring.get(i - 1), ring.get(i));
            }
        }
        return winding;
    }

    private int winding(double[] a, double[] b) {
        double side = (b[0] - a[0]) * (bottom - a[1]) - (b[1] - a[1]) * (left - a[0]);
        if (a[1] <= bottom) {
            return b[1] > bottom && side > 0 ? 1 : 0;
        }
        return b[1] <= bottom && side < 0 ? -1 : 0;
    }

    /// The part of a line that is inside, as two points, or `null`.
    ///
    /// Source: d3-geo/src/clip/line.js @ v3.1, after Y.-D. Liang, B. A. Barsky, "A New Concept and Method for
    /// Line Clipping", ACM Transactions on Graphics 3 (1), 1984.
    double @Nullable [] visiblePart(double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double[] directions = {dx, -dx, dy, -dy};
        double[] distances = {left - a[0], a[0] - right, top - a[1], a[1] - bottom};
        double start = 0;
        double end = 1;
        for (int i = 0; i < directions.length; i++) {
            double at = distances[i] / directions[i];
            if (directions[i] == 0 && distances[i] > 0) {
                return null;
            }
            if (directions[i] < 0 && at < end) {
                end = at;
            } else if (directions[i] > 0 && at > start) {
                start = at;
            }
            if (start > end) {
                return null;
            }
        }
        return new double[] {
            start > 0 ? a[0] + start * dx : a[0],
            start > 0 ? a[1] + start * dy : a[1],
            end < 1 ? a[0] + end * dx : b[0],
            end < 1 ? a[1] + end * dy : b[1]
        };
    }
}
