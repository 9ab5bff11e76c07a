package org.sheliak.runtime.transform.geo;

import org.sheliak.runtime.transform.geo.stream.GeoSink;
import org.sheliak.runtime.transform.geo.stream.MappedStream;

/// The plane as it is, scaled, mirrored and moved; y points down.
///
/// Source: d3-geo/src/projection/identity.js @ v3.1.
record IdentityProjection(double scaleX, double scaleY, double offsetX, double offsetY) implements Projection {
    @Override
    public double[] project(double longitude, double latitude) {
        return new double[] {longitude * scaleX + offsetX, latitude * scaleY + offsetY};
    }

    @Override
    public GeoSink stream(GeoSink sink) {
        return new MappedStream(this::project, sink);
    }
}
