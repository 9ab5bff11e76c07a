package org.sheliak.runtime.geo.stream;

/// The rectangle around all points that it is told.
///
/// Source: d3-geo/src/path/bounds.js @ v3.1.
public final class BoundsSink implements GeoSink {
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    public double left() {
        return left;
    }

    public double top() {
        return top;
    }

    public double right() {
        return right;
    }

    public double bottom() {
        return bottom;
    }

    /// A coordinate that is no number makes no difference.
    @Override
    public void point(double x, double y) {
        left = x < left ? x : left;
        right = x > right ? x : right;
        top = y < top ? y : top;
        bottom = y > bottom ? y : bottom;
    }

    @Override
    public void lineStart() {}

    @Override
    public void lineEnd() {}

    @Override
    public void polygonStart() {}

    @Override
    public void polygonEnd() {}

    @Override
    public void sphere() {
        throw GeoSink.noPlane();
    }
}
