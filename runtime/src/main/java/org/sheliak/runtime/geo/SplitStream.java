package org.sheliak.runtime.geo;

import java.util.List;
import org.sheliak.runtime.geo.stream.GeoSink;

/// Tells shapes to several sinks.
record SplitStream(List<GeoSink> sinks) implements GeoSink {
    SplitStream {
        sinks = List.copyOf(sinks);
    }

    @Override
    public void point(double x, double y) {
        sinks.forEach(sink -> sink.point(x, y));
    }

    @Override
    public void lineStart() {
        sinks.forEach(GeoSink::lineStart);
    }

    @Override
    public void lineEnd() {
        sinks.forEach(GeoSink::lineEnd);
    }

    @Override
    public void polygonStart() {
        sinks.forEach(GeoSink::polygonStart);
    }

    @Override
    public void polygonEnd() {
        sinks.forEach(GeoSink::polygonEnd);
    }

    @Override
    public void sphere() {
        sinks.forEach(GeoSink::sphere);
    }
}
