package org.sheliak.runtime.transform.statistics;

import java.util.function.DoubleUnaryOperator;

/// A fitted curve.
///
/// @param coefficients of the terms, the constant first
/// @param rSquared the share of the variance that the curve explains
@SuppressWarnings("ArrayRecordComponent")
public record RegressionModel(double[] coefficients, DoubleUnaryOperator predict, double rSquared) {

    /// The model with its coefficient of determination.
    ///
    /// Source: vega-statistics/src/regression/r-squared.js @ v6.4.0.
    ///
    /// @param mean the mean of the points' y
    static RegressionModel of(double[] coefficients, DoubleUnaryOperator predict, Points points, double mean) {
        double residual = 0;
        double total = 0;
        for (int i = 0; i < points.count(); i++) {
            double error = points.y()[i] - predict.applyAsDouble(points.x()[i]);
            double distance = points.y()[i] - mean;
            residual += error * error;
            total += distance * distance;
        }
        return new RegressionModel(coefficients, predict, 1 - residual / total);
    }
}
