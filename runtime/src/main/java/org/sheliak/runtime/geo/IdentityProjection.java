package org.sheliak.runtime.geo;

import org.sheliak.runtime.geo.stream.GeoSink;
import org.sheliak.runtime.geo.stream.MappedStream;

/// The plane as it is, scaled, mirrored and moved; y points down.
///
/// Source: d3-geo/src/projection/identity.js @ v3.1.
record IdentityProjection(double scale, boolean reflectX, boolean reflectY, double offsetX, double offsetY)
        implements Projection {
    @Override
    public double[] project(double longitude, double latitude) {
        return new double[] {longitude * sign(reflectX) * scale + offsetX, latitude * sign(reflectY) * scale + offsetY};
    }

    private static double sign(boolean isReflected) {
        return isReflected ? -1 : 1;
    }

    @Override
    public double[] translate() {
        return new double[] {offsetX, offsetY};
    }

    @Override
    public GeoSink stream(GeoSink sink) {
        return new MappedStream(this::project, sink);
    }
}
