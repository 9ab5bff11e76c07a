package org.sheliak.runtime.geo.stream;

import java.util.Arrays;

/// A sum without rounding errors: what is lost of each addition is added to a sum of its own.
///
/// Source: d3-array/src/fsum.js @ v3.2, after J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
/// Robust Geometric Predicates", Discrete & Computational Geometry 18 (3), 1997.
final class ExactSum {
    private double[] parts = new double[8];
    private int count;

    void add(double number) {
        double sum = number;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double part = parts[i];
            double high = sum + part;
            double low = Math.abs(sum) < Math.abs(part) ? sum - (high - part) : part - (high - sum);
            if (low != 0) {
                parts[kept++] = low;
            }
            sum = high;
        }
        if (kept == parts.length) {
            parts = Arrays.copyOf(parts, 2 * kept);
        }
        parts[kept] = sum;
        count = kept + 1;
    }

    double value() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += parts[i];
        }
        return sum;
    }
}
