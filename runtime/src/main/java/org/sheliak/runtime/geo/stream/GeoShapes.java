package org.sheliak.runtime.geo.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;

/// Tells the points of GeoJSON objects.
///
/// Source: d3-geo/src/stream.js @ v3.1.
public final class GeoShapes {
    private GeoShapes() {}

    /// Tells a geometry, a feature or a collection; what is none of them has no points.
    ///
    /// @throws SheliakException TYPE_MISMATCH for coordinates that are no lists
    public static void tell(@Nullable Object object, GeoSink sink) {
        if (!(object instanceof Map<?, ?> members)) {
            return;
        }
        switch (type(members)) {
            case "Feature" -> geometry(members.get("geometry"), sink);
            case "FeatureCollection" -> {
                for (Object feature : list(members.get("features"))) {
                    geometry(feature instanceof Map<?, ?> inner ? inner.get("geometry") : null, sink);
                }
            }
            default -> geometry(members, sink);
        }
    }

    private static void geometry(@Nullable Object object, GeoSink sink) {
        if (!(object instanceof Map<?, ?> members)) {
            return;
        }
        Object coordinates = members.get("coordinates");
        switch (type(members)) {
            case "Sphere" -> sink.sphere();
            case "Point" -> point(coordinates, sink);
            case "MultiPoint" -> list(coordinates).forEach(point -> point(point, sink));
            case "LineString" -> line(list(coordinates), 0, sink);
            case "MultiLineString" -> list(coordinates).forEach(line -> line(list(line), 0, sink));
            case "Polygon" -> polygon(coordinates, sink);
            case "MultiPolygon" -> list(coordinates).forEach(polygon -> polygon(polygon, sink));
            case "GeometryCollection" -> list(members.get("geometries")).forEach(inner -> geometry(inner, sink));
            default -> {}
        }
    }

    private static String type(Map<?, ?> members) {
        return members.get("type") instanceof String type ? type : "";
    }

    private static void polygon(@Nullable Object rings, GeoSink sink) {
        sink.polygonStart();
        for (Object ring : list(rings)) {
            line(list(ring), 1, sink);
        }
        sink.polygonEnd();
    }

    /// @param closing how many of the last points repeat the first ones
    private static void line(List<?> points, int closing, GeoSink sink) {
        sink.lineStart();
        for (int i = 0; i < points.size() - closing; i++) {
            point(points.get(i), sink);
        }
        sink.lineEnd();
    }

    private static void point(@Nullable Object point, GeoSink sink) {
        List<?> coordinates = list(point);
        sink.point(coordinate(coordinates, 0), coordinate(coordinates, 1));
    }

    private static double coordinate(List<?> coordinates, int axis) {
        return axis < coordinates.size() ? Coercion.toNumber(coordinates.get(axis)) : Double.NaN;
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new SheliakException(
                ErrorCode.TYPE_MISMATCH,
                SourceLocation.UNKNOWN,
                "expected a list in a GeoJSON object, found " + (value == null ? "null" : value));
    }
}
