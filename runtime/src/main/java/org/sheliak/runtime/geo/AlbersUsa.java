package org.sheliak.runtime.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.geo.SphereProjection.Outline;
import org.sheliak.runtime.geo.SphereProjection.Setup;
import org.sheliak.runtime.geo.stream.GeoSink;
import org.sheliak.runtime.geo.stream.RectangleClip;

/// The United States, Alaska and Hawaii moved below the others. A point is shown where it falls into the frame of a
/// part.
///
/// Source: d3-geo/src/projection/albersUsa.js @ v3.1.
final class AlbersUsa implements Projection {
    private static final double EPSILON = 1e-6;
    private static final double RADIANS = Math.PI / 180;
    private static final double ALASKA_SCALE = 0.35;

    private final double scale;
    private final double[] translate;
    private final List<Part> parts;

    /// A part of the map.
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(SphereProjection projection, double[] frame) {
        double @Nullable [] project(double longitude, double latitude) {
            double[] point = projection.project(longitude, latitude);
            boolean isInside =
                    frame[0] <= point[0] && point[0] <= frame[2] && frame[1] <= point[1] && point[1] <= frame[3];
            return isInside ? point : null;
        }

        GeoSink stream(GeoSink sink) {
            return projection.stream(new RectangleClip(frame[0], frame[1], frame[2], frame[3], sink));
        }
    }

    /// @param precision the square of the distance that a line may be off, in pixels
    AlbersUsa(double scale, double[] translate, double precision) {
        this.scale = scale;
        this.translate = translate.clone();
        Outline outline = new Outline(0, precision, false);
        double x = translate[0];
        double y = translate[1];
        parts = List.of(
                new Part(
                        part(29.5, 45.5, setup(scale, x, y, -0.6, 38.7, 96), outline),
                        new double[] {x - 0.455 * scale, y - 0.238 * scale, x + 0.455 * scale, y + 0.238 * scale}),
                new Part(
                        part(
                                55,
                                65,
                                setup(scale * ALASKA_SCALE, x - 0.307 * scale, y + 0.201 * scale, -2, 58.5, 154),
                                outline),
                        inner(x - 0.425 * scale, y + 0.120 * scale, x - 0.214 * scale, y + 0.234 * scale)),
                new Part(
                        part(8, 18, setup(scale, x - 0.205 * scale, y + 0.212 * scale, -3, 19.9, 157), outline),
                        inner(x - 0.214 * scale, y + 0.166 * scale, x - 0.115 * scale, y + 0.234 * scale)));
    }

    private static Setup setup(double scale, double x, double y, double longitude, double latitude, double rotation) {
        return new Setup(
                scale,
                new double[] {x, y},
                new double[] {longitude, latitude},
                new double[] {rotation, 0},
                false,
                false);
    }

    private static SphereProjection part(double first, double second, Setup setup, Outline outline) {
        return new SphereProjection(ConicProjections.equalArea(first * RADIANS, second * RADIANS), setup, outline);
    }

    private static double[] inner(double left, double top, double right, double bottom) {
        return new double[] {left + EPSILON, top + EPSILON, right - EPSILON, bottom - EPSILON};
    }

    @Override
    public double @Nullable [] project(double longitude, double latitude) {
        for (Part part : parts) {
            double[] point = part.project(longitude, latitude);
            if (point != null) {
                return point;
            }
        }
        return null;
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public double[] translate() {
        return translate.clone();
    }

    /// Each part shows what falls into its frame.
    @Override
    public GeoSink stream(GeoSink sink) {
        List<GeoSink> streams = parts.stream().map(part -> part.stream(sink)).toList();
        return new SplitStream(streams);
    }
}
