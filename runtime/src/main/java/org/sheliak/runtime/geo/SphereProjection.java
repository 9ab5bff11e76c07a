package org.sheliak.runtime.geo;

import org.sheliak.runtime.geo.stream.GeoSink;
import org.sheliak.runtime.geo.stream.MappedStream;
import org.sheliak.runtime.geo.stream.RectangleClip;
import org.sheliak.runtime.geo.stream.ResampledStream;
import org.sheliak.runtime.geo.stream.SphereClip;

/// A projection of the sphere, turned, scaled, mirrored and moved. Points are not clipped, shapes are.
///
/// Source: d3-geo/src/projection/index.js, mercator.js @ v3.1.
final class SphereProjection implements Projection {
    private static final double RADIANS = Math.PI / 180;

    private final RawProjection raw;
    private final Outline outline;
    private final Rotation rotation;
    private final double scale;
    private final double[] translate;
    private final double scaleX;
    private final double scaleY;
    private final double offsetX;
    private final double offsetY;

    /// How a projection is set up: angles in degrees, lengths in pixels.
    ///
    /// @param center longitude and latitude of what comes to the translation
    /// @param rotate two or three angles
    @SuppressWarnings("ArrayRecordComponent")
    record Setup(
            double scale, double[] translate, double[] center, double[] rotate, boolean reflectX, boolean reflectY) {}

    /// How shapes are drawn.
    ///
    /// @param clipAngle how far from the middle points are shown, in degrees; 0 for all, up to the antimeridian
    /// @param precision the square of the distance that a line may be off, in pixels
    /// @param isSquare whether the map is cut off where it is as high as wide, as those of Mercator are
    record Outline(double clipAngle, double precision, boolean isSquare) {}

    SphereProjection(RawProjection raw, Setup setup, Outline outline) {
        this.raw = raw;
        this.outline = outline;
        this.rotation = new Rotation(
                angle(setup.rotate, 0), angle(setup.rotate, 1), setup.rotate.length > 2 ? angle(setup.rotate, 2) : 0);
        this.scale = setup.scale;
        this.translate = setup.translate;
        this.scaleX = setup.reflectX ? -setup.scale : setup.scale;
        this.scaleY = setup.reflectY ? -setup.scale : setup.scale;
        double[] center = raw.project(angle(setup.center, 0), angle(setup.center, 1));
        this.offsetX = setup.translate[0] - scaleX * center[0];
        this.offsetY = setup.translate[1] + scaleY * center[1];
    }

    private static double angle(double[] degrees, int index) {
        return degrees[index] % 360 * RADIANS;
    }

    @Override
    public double[] project(double longitude, double latitude) {
        double[] turned = turn(longitude, latitude);
        return place(turned[0], turned[1]);
    }

    @Override
    public GeoSink stream(GeoSink sink) {
        GeoSink projected = new ResampledStream(this::place, outline.precision, outline.isSquare ? square(sink) : sink);
        boolean isCircle = outline.clipAngle != 0 && !Double.isNaN(outline.clipAngle);
        GeoSink clipped = isCircle
                ? SphereClip.circle(outline.clipAngle * RADIANS, projected)
                : SphereClip.antimeridian(projected);
        return new MappedStream(this::turn, clipped);
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public double[] translate() {
        return translate.clone();
    }

    private GeoSink square(GeoSink sink) {
        double[] middle = place(0, 0);
        double half = Math.PI * scale;
        return new RectangleClip(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half, sink);
    }

    private double[] turn(double longitude, double latitude) {
        return rotation.turn(longitude * RADIANS, latitude * RADIANS);
    }

    /// The pixel of a point that was turned already, in radians.
    private double[] place(double lambda, double phi) {
        double[] point = raw.project(lambda, phi);
        return new double[] {offsetX + scaleX * point[0], offsetY - scaleY * point[1]};
    }
}
