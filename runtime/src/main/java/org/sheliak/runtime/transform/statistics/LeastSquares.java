package org.sheliak.runtime.transform.statistics;

import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.transform.statistics.Points.Centered;
import org.sheliak.runtime.value.Power;

/// Ordinary least squares: a line through points, some of them transformed.
///
/// Source: vega-statistics/src/regression/{constant,linear,log,exp,pow,quad,ols}.js @ v6.4.0.
public final class LeastSquares {
    private static final double SINGULAR = 1e-24;

    private LeastSquares() {}

    /// Intercept and slope from means of x, y, x * y and x * x.
    record Line(double intercept, double slope) {
        static Line of(double meanX, double meanY, double meanXY, double meanXX) {
            double spread = meanXX - meanX * meanX;
            double slope = Math.abs(spread) < SINGULAR ? 0 : (meanXY - meanX * meanY) / spread;
            return new Line(meanY - slope * meanX, slope);
        }
    }

    /// The mean of y.
    public static RegressionModel constant(double[] y) {
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += (y[i] - mean) / (i + 1);
        }
        double constant = mean;
        return new RegressionModel(new double[] {constant}, _ -> constant, 0);
    }

    /// `y = a + b * x`.
    public static RegressionModel linear(Points points) {
        Line line = line(points, x -> x, y -> y);
        return RegressionModel.of(
                new double[] {line.intercept(), line.slope()},
                x -> line.intercept() + line.slope() * x,
                points,
                mean(points));
    }

    /// `y = a + b * log(x)`.
    public static RegressionModel log(Points points) {
        Line line = line(points, StrictMath::log, y -> y);
        return RegressionModel.of(
                new double[] {line.intercept(), line.slope()},
                x -> line.intercept() + line.slope() * StrictMath.log(x),
                points,
                mean(points));
    }

    /// `y = a * x ** b`.
    public static RegressionModel pow(Points points) {
        Line line = line(points, StrictMath::log, StrictMath::log);
        double factor = StrictMath.exp(line.intercept());
        return RegressionModel.of(
                new double[] {factor, line.slope()}, x -> factor * Power.of(x, line.slope()), points, mean(points));
    }

    private static Line line(Points points, DoubleUnaryOperator ofX, DoubleUnaryOperator ofY) {
        double meanX = 0;
        double meanY = 0;
        double meanXY = 0;
        double meanXX = 0;
        for (int i = 0; i < points.count(); i++) {
            double x = ofX.applyAsDouble(points.x()[i]);
            double y = ofY.applyAsDouble(points.y()[i]);
            int count = i + 1;
            meanX += (x - meanX) / count;
            meanY += (y - meanY) / count;
            meanXY += (x * y - meanXY) / count;
            meanXX += (x * x - meanXX) / count;
        }
        return Line.of(meanX, meanY, meanXY, meanXX);
    }

    private static double mean(Points points) {
        double mean = 0;
        for (int i = 0; i < points.count(); i++) {
            mean += (points.y()[i] - mean) / (i + 1);
        }
        return mean;
    }

    /// `y = a * exp(b * x)`, larger y weighing more.
    public static RegressionModel exp(Points points) {
        Centered centered = points.centered();
        double meanYLog = 0;
        double meanXY = 0;
        double meanXYLog = 0;
        double meanXXY = 0;
        for (int i = 0; i < points.count(); i++) {
            double x = centered.x()[i];
            double y = points.y()[i];
            double logarithm = StrictMath.log(y);
            double product = x * y;
            int count = i + 1;
            meanYLog += (y * logarithm - meanYLog) / count;
            meanXY += (product - meanXY) / count;
            meanXYLog += (product * logarithm - meanXYLog) / count;
            meanXXY += (x * product - meanXXY) / count;
        }
        double meanX = centered.meanX();
        double meanY = centered.meanY();
        Line line = Line.of(meanXY / meanY, meanYLog / meanY, meanXYLog / meanY, meanXXY / meanY);
        return RegressionModel.of(
                new double[] {StrictMath.exp(line.intercept() - line.slope() * meanX), line.slope()},
                x -> StrictMath.exp(line.intercept() + line.slope() * (x - meanX)),
                points,
                meanY);
    }

    /// `y = a + b * x + c * x * x`.
    public static RegressionModel quad(Points points) {
        Centered centered = points.centered();
        double xx = 0;
        double xxx = 0;
        double xxxx = 0;
        double xy = 0;
        double xxy = 0;
        for (int i = 0; i < points.count(); i++) {
            double x = centered.x()[i];
            double y = centered.y()[i];
            double square = x * x;
            int count = i + 1;
            xx += (square - xx) / count;
            xxx += (square * x - xxx) / count;
            xxxx += (square * square - xxxx) / count;
            xy += (x * y - xy) / count;
            xxy += (square * y - xxy) / count;
        }
        double spread = xxxx - xx * xx;
        double determinant = xx * spread - xxx * xxx;
        return quad(points, centered, (xxy * xx - xy * xxx) / determinant, (xy * spread - xxy * xxx) / determinant, xx);
    }

    private static RegressionModel quad(Points points, Centered centered, double a, double b, double xx) {
        double c = -a * xx;
        double meanX = centered.meanX();
        double meanY = centered.meanY();
        return RegressionModel.of(
                new double[] {c - b * meanX + a * meanX * meanX + meanY, b - 2 * a * meanX, a},
                x -> {
                    double moved = x - meanX;
                    return a * moved * moved + b * moved + c + meanY;
                },
                points,
                meanY);
    }
}
