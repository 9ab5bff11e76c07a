package org.sheliak.runtime.transform.geo;

/// A projection of the sphere, turned, scaled, mirrored and moved. Neither clips points.
///
/// Source: d3-geo/src/projection/index.js @ v3.1.
final class SphereProjection implements Projection {
    private static final double RADIANS = Math.PI / 180;

    private final RawProjection raw;
    private final Rotation rotation;
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

    SphereProjection(RawProjection raw, Setup setup) {
        this.raw = raw;
        this.rotation = new Rotation(
                angle(setup.rotate, 0), angle(setup.rotate, 1), setup.rotate.length > 2 ? angle(setup.rotate, 2) : 0);
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
        double[] turned = rotation.turn(longitude * RADIANS, latitude * RADIANS);
        double[] point = raw.project(turned[0], turned[1]);
        return new double[] {offsetX + scaleX * point[0], offsetY - scaleY * point[1]};
    }
}
