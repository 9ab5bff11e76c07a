package org.sheliak.runtime.transform.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Finds points that draw a curve well: more of them where it bends.
///
/// Source: vega-statistics/src/sampleCurve.js @ v6.4.0.
public final class CurveSampling {
    /// Bends of less than half a degree are left alone.
    private static final double MIN_RADIANS = 0.5 * Math.PI / 180;

    private final DoubleUnaryOperator curve;
    private final double min;
    private final double span;

    private CurveSampling(DoubleUnaryOperator curve, double min, double max) {
        this.curve = curve;
        this.min = min;
        this.span = max - min;
    }

    /// A point of the curve.
    public record Point(double x, double y) {}

    /// Points from `min` to `max`.
    ///
    /// @param minSteps number of intervals at least; as many as `maxSteps` for equal intervals
    public static List<Point> points(
            DoubleUnaryOperator curve, double min, double max, double minSteps, double maxSteps) {
        CurveSampling sampling = new CurveSampling(curve, min, max);
        double most = Math.max(minSteps, maxSteps);
        return minSteps == most ? sampling.uniform(minSteps, max) : sampling.adaptive(minSteps, max, most);
    }

    private Point point(double x) {
        return new Point(x, curve.applyAsDouble(x));
    }

    private List<Point> uniform(double steps, double max) {
        List<Point> points = new ArrayList<>();
        points.add(point(min));
        for (int i = 1; i < steps; i++) {
            points.add(point(min + i / steps * span));
        }
        points.add(point(max));
        return points;
    }

    private List<Point> adaptive(double minSteps, double max, double maxSteps) {
        Deque<Point> next = new ArrayDeque<>();
        next.push(point(max));
        for (double i = minSteps - 1; i > 0; i--) {
            next.push(point(min + i / minSteps * span));
        }
        List<Point> points = new ArrayList<>();
        Point left = point(min);
        points.add(left);
        double scaleX = 1 / span;
        double scaleY = scaleY(left.y(), next);
        double smallest = span / maxSteps;
        while (!next.isEmpty()) {
            Point right = next.getFirst();
            Point middle = point((left.x() + right.x()) / 2);
            if (middle.x() - left.x() >= smallest && bend(left, middle, right, scaleX, scaleY) > MIN_RADIANS) {
                next.push(middle);
            } else {
                left = next.pop();
                points.add(left);
            }
        }
        return points;
    }

    private static double scaleY(double first, Collection<Point> points) {
        double least = first;
        double greatest = first;
        for (Point point : points) {
            least = point.y() < least ? point.y() : least;
            greatest = point.y() > greatest ? point.y() : greatest;
        }
        return 1 / (greatest - least);
    }

    private static double bend(Point left, Point middle, Point right, double scaleX, double scaleY) {
        double direct = StrictMath.atan2(scaleY * (right.y() - left.y()), scaleX * (right.x() - left.x()));
        double first = StrictMath.atan2(scaleY * (middle.y() - left.y()), scaleX * (middle.x() - left.x()));
        return Math.abs(direct - first);
    }
}
