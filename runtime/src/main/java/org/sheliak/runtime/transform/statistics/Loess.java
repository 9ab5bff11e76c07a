package org.sheliak.runtime.transform.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;
import org.sheliak.runtime.transform.statistics.LeastSquares.Line;
import org.sheliak.runtime.transform.statistics.Points.Centered;

/// Locally weighted regression: at each point a line through its nearest neighbours, then twice again with outliers
/// weighing less.
///
/// Source: W. S. Cleveland, "Robust locally weighted regression and smoothing scatterplots" (1979);
/// vega-statistics/src/regression/loess.js @ v6.4.0.
public final class Loess {
    private static final int ITERATIONS = 2;
    private static final double EPSILON = 1e-12;
    private static final double OUTLIER = 6;

    private final double[] x;
    private final double[] y;
    private final int neighbours;
    private final double[] smooth;
    private final double[] residuals;
    private final double[] robustness;

    private Loess(Centered points, double bandwidth) {
        x = points.x();
        y = points.y();
        neighbours = Math.max(2, (int) (bandwidth * x.length));
        smooth = new double[x.length];
        residuals = new double[x.length];
        robustness = new double[x.length];
        Arrays.fill(robustness, 1);
    }

    /// The smoothed points, one for each different x.
    ///
    /// @param points in rising order of x
    /// @param bandwidth the share of points that count as near
    public static List<Point> fit(Points points, double bandwidth) {
        Centered centered = points.centered();
        Loess loess = new Loess(centered, bandwidth);
        loess.iterate();
        return loess.output(centered.meanX(), centered.meanY());
    }

    private void iterate() {
        if (neighbours > x.length) {
            // Vega reads past the end of the points, and comes to NaN.
            Arrays.fill(smooth, Double.NaN);
            return;
        }
        for (int iteration = 0; iteration <= ITERATIONS; iteration++) {
            smooth();
            if (iteration == ITERATIONS) {
                return;
            }
            double median = median();
            if (Math.abs(median) < EPSILON) {
                return;
            }
            for (int i = 0; i < x.length; i++) {
                double ratio = residuals[i] / (OUTLIER * median);
                double weight = 1 - ratio * ratio;
                robustness[i] = ratio >= 1 ? EPSILON : weight * weight;
            }
        }
    }

    private double median() {
        double[] sorted = Arrays.stream(residuals)
                .filter(residual -> !Double.isNaN(residual))
                .sorted()
                .toArray();
        return Quantiles.sorted(sorted, 0.5);
    }

    private void smooth() {
        int left = 0;
        int right = neighbours - 1;
        for (int i = 0; i < x.length; i++) {
            Line line = line(x[i], left, right);
            smooth[i] = line.intercept() + line.slope() * x[i];
            residuals[i] = Math.abs(y[i] - smooth[i]);
            int next = i + 1;
            while (right + 1 < x.length && next > left && x[right + 1] - x[next] <= x[next] - x[left]) {
                left++;
                right++;
            }
        }
    }

    /// The line through the points from `left` to `right`, weighted by their distance.
    private Line line(double center, int left, int right) {
        int edge = center - x[left] > x[right] - center ? left : right;
        double width = x[edge] - center;
        double scale = 1 / Math.abs(width == 0 || Double.isNaN(width) ? 1 : width);
        double weights = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXY = 0;
        double sumXX = 0;
        for (int k = left; k <= right; k++) {
            double weight = tricube(Math.abs(center - x[k]) * scale) * robustness[k];
            double weighted = x[k] * weight;
            weights += weight;
            sumX += weighted;
            sumY += y[k] * weight;
            sumXY += y[k] * weighted;
            sumXX += x[k] * weighted;
        }
        return Line.of(sumX / weights, sumY / weights, sumXY / weights, sumXX / weights);
    }

    private static double tricube(double distance) {
        double rest = 1 - distance * distance * distance;
        return rest * rest * rest;
    }

    /// Points of the same x are averaged, one after the other.
    private List<Point> output(double meanX, double meanY) {
        List<Point> points = new ArrayList<>();
        int i = 0;
        while (i < x.length) {
            double value = x[i] + meanX;
            double average = smooth[i];
            int count = 0;
            for (i++; i < x.length && x[i] + meanX == value; i++) {
                average += (smooth[i] - average) / ++count;
            }
            points.add(new Point(value, average + meanY));
        }
        return points;
    }
}
