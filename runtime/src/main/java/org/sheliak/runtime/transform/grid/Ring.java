package org.sheliak.runtime.transform.grid;

import java.util.ArrayList;
import java.util.List;

/// Points along a closed line: arrays of x and y.
final class Ring {
    private final List<double[]> points;

    Ring(List<double[]> points) {
        this.points = points;
    }

    List<double[]> points() {
        return points;
    }

    /// Twice the area; negative when the ring runs the other way round, as a hole does.
    double area() {
        double[] previous = points.getLast();
        double area = previous[1] * points.getFirst()[0] - previous[0] * points.getFirst()[1];
        for (int i = 1; i < points.size(); i++) {
            previous = points.get(i - 1);
            area += previous[1] * points.get(i)[0] - previous[0] * points.get(i)[1];
        }
        return area;
    }

    /// Whether a hole lies in the ring, by the first of its points that is not on the ring itself.
    boolean contains(Ring hole) {
        for (double[] point : hole.points) {
            int side = side(point);
            if (side != 0) {
                return side > 0;
            }
        }
        return true;
    }

    /// 1 inside, -1 outside, 0 on the ring.
    private int side(double[] point) {
        int side = -1;
        double[] previous = points.getLast();
        for (double[] next : points) {
            if (lies(point, next, previous)) {
                return 0;
            }
            if (next[1] > point[1] != previous[1] > point[1]
                    && point[0] < (previous[0] - next[0]) * (point[1] - next[1]) / (previous[1] - next[1]) + next[0]) {
                side = -side;
            }
            previous = next;
        }
        return side;
    }

    /// Whether a point lies on the segment between two others.
    private static boolean lies(double[] point, double[] from, double[] to) {
        int axis = from[0] == to[0] ? 1 : 0;
        boolean isCollinear = (to[0] - from[0]) * (point[1] - from[1]) == (point[0] - from[0]) * (to[1] - from[1]);
        return isCollinear
                && ((from[axis] <= point[axis] && point[axis] <= to[axis])
                        || (to[axis] <= point[axis] && point[axis] <= from[axis]));
    }

    /// The points as lists of two numbers, mapped; backwards where the mapping mirrors the plane.
    List<List<Double>> mapped(PlaneMap map) {
        List<List<Double>> mapped = new ArrayList<>(points.size());
        for (double[] point : map.mirrors() ? points.reversed() : points) {
            mapped.add(List.of(map.x(point[0]), map.y(point[1])));
        }
        return mapped;
    }
}
