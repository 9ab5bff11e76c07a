package org.sheliak.runtime.transform.statistics;

import org.sheliak.runtime.transform.statistics.Points.Centered;
import org.sheliak.runtime.value.Power;

/// Polynomial regression, by Gaussian elimination on centered points.
///
/// Source: vega-statistics/src/regression/poly.js @ v6.4.0.
public final class Polynomial {
    private Polynomial() {}

    /// A polynomial of an order of at least 3.
    public static RegressionModel fit(Points points, int order) {
        Centered centered = points.centered();
        int terms = order + 1;
        double[] coefficients = solve(equations(centered, terms));
        double meanX = centered.meanX();
        double meanY = centered.meanY();
        return RegressionModel.of(
                uncentered(coefficients, -meanX, meanY), x -> value(coefficients, x - meanX, meanY), points, meanY);
    }

    private static double value(double[] coefficients, double x, double offset) {
        double y = offset + coefficients[0] + coefficients[1] * x + coefficients[2] * x * x;
        for (int i = 3; i < coefficients.length; i++) {
            y += coefficients[i] * Power.of(x, i);
        }
        return y;
    }

    /// The normal equations by columns, the right-hand side last.
    private static double[][] equations(Centered points, int terms) {
        double[][] columns = new double[terms + 1][terms];
        for (int i = 0; i < terms; i++) {
            for (int k = 0; k < points.x().length; k++) {
                columns[terms][i] += Power.of(points.x()[k], i) * points.y()[k];
            }
            for (int j = 0; j < terms; j++) {
                for (int k = 0; k < points.x().length; k++) {
                    columns[i][j] += Power.of(points.x()[k], i + j);
                }
            }
        }
        return columns;
    }

    private static double[] solve(double[][] columns) {
        int count = columns.length - 1;
        for (int i = 0; i < count; i++) {
            swapPivot(columns, i);
            for (int row = i + 1; row < count; row++) {
                for (int column = count; column >= i; column--) {
                    columns[column][row] -= columns[column][i] * columns[i][row] / columns[i][i];
                }
            }
        }
        double[] solution = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double sum = 0;
            for (int column = row + 1; column < count; column++) {
                sum += columns[column][row] * solution[column];
            }
            solution[row] = (columns[count][row] - sum) / columns[row][row];
        }
        return solution;
    }

    /// Brings the row with the greatest value of a column up.
    private static void swapPivot(double[][] columns, int i) {
        int pivot = i;
        for (int row = i + 1; row < columns.length - 1; row++) {
            if (Math.abs(columns[i][row]) > Math.abs(columns[i][pivot])) {
                pivot = row;
            }
        }
        for (int column = i; column < columns.length; column++) {
            double swap = columns[column][i];
            columns[column][i] = columns[column][pivot];
            columns[column][pivot] = swap;
        }
    }

    /// The coefficients of the polynomial that is moved by `x` and `y`.
    private static double[] uncentered(double[] coefficients, double x, double y) {
        double[] moved = new double[coefficients.length];
        for (int i = coefficients.length - 1; i >= 0; i--) {
            double coefficient = coefficients[i];
            double binomial = 1;
            moved[i] += coefficient;
            for (int j = 1; j <= i; j++) {
                binomial *= (i + 1.0 - j) / j;
                moved[i - j] += coefficient * Power.of(x, j) * binomial;
            }
        }
        moved[0] += y;
        return moved;
    }
}
