package org.sheliak.runtime.transform.statistics;

/// Pairs of numbers, none of them NaN.
///
/// Source: vega-statistics/src/regression/points.js @ v6.4.0.
@SuppressWarnings("ArrayRecordComponent")
public record Points(double[] x, double[] y) {

    public int count() {
        return x.length;
    }

    /// The points moved so that their means are zero.
    Centered centered() {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += (x[i] - meanX) / (i + 1);
            meanY += (y[i] - meanY) / (i + 1);
        }
        double[] centeredX = new double[x.length];
        double[] centeredY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            centeredX[i] = x[i] - meanX;
            centeredY[i] = y[i] - meanY;
        }
        return new Centered(centeredX, centeredY, meanX, meanY);
    }

    /// Points around zero, and their means before.
    record Centered(double[] x, double[] y, double meanX, double meanY) {}
}
