package org.sheliak.runtime.geo.stream;

/// The area of all polygons that it is told, in the plane: rings that turn the other way are holes.
///
/// Source: d3-geo/src/path/area.js @ v3.1.
public final class AreaSink implements GeoSink {
    private final ExactSum sum = new ExactSum();
    private ExactSum rings = new ExactSum();
    private boolean isInPolygon;
    private boolean isInRing;
    private boolean isFirst;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;

    public double area() {
        return sum.value() / 2;
    }

    @Override
    public void point(double x, double y) {
        if (!isInRing) {
            return;
        }
        if (isFirst) {
            firstX = x;
            firstY = y;
            isFirst = false;
        } else {
            rings.add(lastY * x - lastX * y);
        }
        lastX = x;
        lastY = y;
    }

    @Override
    public void lineStart() {
        isInRing = isInPolygon;
        isFirst = true;
    }

    @Override
    public void lineEnd() {
        if (isInRing) {
            point(firstX, firstY);
            isInRing = false;
        }
    }

    @Override
    public void polygonStart() {
        isInPolygon = true;
    }

    @Override
    public void polygonEnd() {
        isInPolygon = false;
        sum.add(Math.abs(rings.value()));
        rings = new ExactSum();
    }

    @Override
    public void sphere() {
        throw GeoSink.noPlane();
    }
}
