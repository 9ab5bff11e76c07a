package org.sheliak.runtime.geo.stream;

/// Tells shapes with each point mapped to another one.
public record MappedStream(PointMap mapping, GeoSink sink) implements GeoSink {
    @Override
    public void point(double x, double y) {
        double[] point = mapping.map(x, y);
        sink.point(point[0], point[1]);
    }

    @Override
    public void lineStart() {
        sink.lineStart();
    }

    @Override
    public void lineEnd() {
        sink.lineEnd();
    }

    @Override
    public void polygonStart() {
        sink.polygonStart();
    }

    @Override
    public void polygonEnd() {
        sink.polygonEnd();
    }

    @Override
    public void sphere() {
        sink.sphere();
    }
}
