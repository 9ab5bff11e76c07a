package org.sheliak.runtime.transform;

import org.jspecify.annotations.Nullable;

/// Bins of equal width.
///
/// Source: vega-transforms/src/Bin.js @ v6.4.0.
///
/// @param start lower boundary of the first bin
/// @param stop upper boundary of the last bin
/// @param step width of a bin
record Bins(double start, double stop, double step) {
    /// Offsets the rounding of a value that stands on a boundary; vega/vega#1737.
    private static final double EPSILON = 1e-14;

    /// These bins over whole steps, moved so that a boundary falls on the anchor, if there is one.
    Bins anchored(@Nullable Double anchor) {
        double end = start + Math.ceil((stop - start) / step) * step;
        if (anchor == null) {
            return new Bins(start, end, step);
        }
        double shift = anchor - (start + step * Math.floor((anchor - start) / step));
        return new Bins(start + shift, end + shift, step);
    }

    /// Lower boundary of the bin of a value; infinite for a value out of all bins, NaN for NaN.
    double lower(double value) {
        if (value < start) {
            return Double.NEGATIVE_INFINITY;
        }
        if (value > stop) {
            return Double.POSITIVE_INFINITY;
        }
        double inside = Math.max(start, Math.min(value, stop - step));
        return start + step * Math.floor(EPSILON + (inside - start) / step);
    }

    /// Upper boundary of the bin with this lower boundary, computed so that it is the next bin's lower one to the last
    /// bit (vega/vega#830); an infinite one stays as it is (vega/vega#2227).
    double upper(double lower) {
        return start + step * (1 + (lower - start) / step);
    }
}
