package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.geo.Projection;
import org.sheliak.runtime.geo.Projections;
import org.sheliak.runtime.geo.stream.AreaSink;
import org.sheliak.runtime.geo.stream.BoundsSink;
import org.sheliak.runtime.geo.stream.CentroidSink;
import org.sheliak.runtime.geo.stream.GeoShapes;
import org.sheliak.runtime.geo.stream.GeoSink;
import org.sheliak.runtime.value.Coercion;

/// A projection, which expressions take for a scale: it maps longitudes and latitudes to pixels.
/// Shapes are GeoJSON objects; they are measured as the map shows them, in pixels.
///
/// Source: vega-projection/src/projections.js @ v6.4.0.
public record ProjectionScale(Projection projection) implements Scale {

    /// The scale that stands for a projection.
    ///
    /// @param members the projection as in a spec, its signals resolved
    public static ProjectionScale of(Map<?, ?> members) {
        return new ProjectionScale(Projections.of(members));
    }

    /// The x and y of a longitude and a latitude, or `null` where the map does not show it.
    @Override
    public @Nullable Object apply(@Nullable Object value) {
        if (!(value instanceof List<?> point)) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH,
                    SourceLocation.UNKNOWN,
                    "a projection expects a longitude and a latitude, found " + value);
        }
        double[] place = projection.project(number(point, 0), number(point, 1));
        return place == null ? null : pair(place[0], place[1]);
    }

    private static double number(List<?> point, int index) {
        return index < point.size() ? Coercion.toNumber(point.get(index)) : Double.NaN;
    }

    @Override
    public List<@Nullable Object> domain() {
        throw noScale();
    }

    @Override
    public List<@Nullable Object> range() {
        throw noScale();
    }

    private static SheliakException noScale() {
        return new SheliakException(
                ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, "a projection has no domain and no range");
    }

    /// `geoArea(name, shape)`.
    public double area(@Nullable Object shape) {
        return tell(shape, new AreaSink()).area();
    }

    /// `geoBounds(name, shape)`: the upper left and the lower right corner.
    public List<@Nullable Object> bounds(@Nullable Object shape) {
        BoundsSink bounds = tell(shape, new BoundsSink());
        List<@Nullable Object> corners = new ArrayList<>();
        corners.add(pair(bounds.left(), bounds.top()));
        corners.add(pair(bounds.right(), bounds.bottom()));
        return corners;
    }

    /// `geoCentroid(name, shape)`: its x and y.
    public List<@Nullable Object> centroid(@Nullable Object shape) {
        double[] centroid = tell(shape, new CentroidSink()).centroid();
        return pair(centroid[0], centroid[1]);
    }

    private <T extends GeoSink> T tell(@Nullable Object shape, T sink) {
        GeoShapes.tell(shape, projection.stream(sink));
        return sink;
    }

    /// `geoScale(name)`.
    public double scale() {
        return projection.scale();
    }

    /// `geoTranslate(name)`: x and y.
    public List<@Nullable Object> translate() {
        double[] translation = projection.translate();
        return pair(translation[0], translation[1]);
    }

    private static List<@Nullable Object> pair(double first, double second) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(first);
        pair.add(second);
        return pair;
    }
}
