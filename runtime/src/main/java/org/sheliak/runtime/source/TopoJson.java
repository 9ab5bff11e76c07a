package org.sheliak.runtime.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Objects of GeoJSON from a topology, whose arcs are shared by the geometries beside them.
///
/// Source: topojson-client/src/feature.js, mesh.js, transform.js @ v3.1.0; vega-loader/src/formats/topojson.js @
/// v6.4.0.
final class TopoJson {
    private final @Nullable Object topology;
    private final List<?> arcs;

    private TopoJson(@Nullable Object topology) {
        this.topology = topology;
        this.arcs = list(Members.get(topology, "arcs"));
    }

    /// The rows of a topology: the features of an object, or its arcs as one object.
    ///
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when the format names no object of the topology
    static Object rows(@Nullable Object topology, DataFormat.@Nullable TopoJsonObject wanted) {
        if (wanted == null) {
            throw failed("a format of the type topojson expects the name of a feature or mesh");
        }
        Object object = Members.get(Members.get(topology, "objects"), wanted.name());
        if (!Coercion.toBoolean(object)) {
            throw failed("the topology has no object \"" + wanted.name() + "\"");
        }
        TopoJson reading = new TopoJson(topology);
        if (wanted.isMesh()) {
            return List.of(reading.geometry(
                    new TopoJsonMesh(reading.arcs, Coercion.toBoolean(Members.get(topology, "transform")))
                            .mesh(object, wanted.filter())));
        }
        return isCollection(object)
                ? list(Members.get(object, "geometries")).stream()
                        .map(reading::feature)
                        .toList()
                : List.of(reading.feature(object));
    }

    static boolean isCollection(@Nullable Object object) {
        return "GeometryCollection".equals(Members.get(object, "type"));
    }

    private Map<String, @Nullable Object> feature(@Nullable Object object) {
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        Object id = Members.get(object, "id");
        Object box = Members.get(object, "bbox");
        if (!Coercion.isNullish(id) || !Coercion.isNullish(box)) {
            feature.put("id", id);
        }
        if (!Coercion.isNullish(box)) {
            feature.put("bbox", box);
        }
        Object properties = Members.get(object, "properties");
        feature.put("properties", Coercion.isNullish(properties) ? new LinkedHashMap<>() : properties);
        feature.put("geometry", geometry(object));
        return feature;
    }

    private @Nullable Object geometry(@Nullable Object object) {
        String type = String.valueOf(Members.get(object, "type"));
        Map<String, @Nullable Object> geometry = new LinkedHashMap<>();
        geometry.put("type", type);
        if (type.equals("GeometryCollection")) {
            List<@Nullable Object> geometries = new ArrayList<>();
            list(Members.get(object, "geometries")).forEach(member -> geometries.add(geometry(member)));
            geometry.put("geometries", geometries);
            return geometry;
        }
        Object coordinates = Members.get(object, "coordinates");
        Object lines = Members.get(object, "arcs");
        Object positions = switch (type) {
            case "Point" -> point(coordinates);
            case "MultiPoint" -> each(coordinates, this::point);
            case "LineString" -> line(lines);
            case "MultiLineString" -> each(lines, this::line);
            case "Polygon" -> each(lines, this::ring);
            case "MultiPolygon" -> each(lines, polygon -> each(polygon, this::ring));
            default -> null;
        };
        geometry.put("coordinates", positions);
        return positions == null ? null : geometry;
    }

    private interface Conversion {
        Object of(@Nullable Object part);
    }

    private static List<Object> each(@Nullable Object parts, Conversion conversion) {
        List<Object> converted = new ArrayList<>();
        list(parts).forEach(part -> converted.add(conversion.of(part)));
        return converted;
    }

    private List<@Nullable Object> point(@Nullable Object position) {
        return new Positions(Members.get(topology, "transform")).next(list(position));
    }

    private List<List<@Nullable Object>> line(@Nullable Object indices) {
        List<List<@Nullable Object>> points = new ArrayList<>();
        list(indices).forEach(index -> append((int) Coercion.toNumber(index), points));
        if (points.size() < 2) {
            points.add(points.getFirst());
        }
        return points;
    }

    /// A closed line of at least four points.
    private List<List<@Nullable Object>> ring(@Nullable Object indices) {
        List<List<@Nullable Object>> points = line(indices);
        while (points.size() < 4) {
            points.add(points.getFirst());
        }
        return points;
    }

    /// Appends an arc, which begins where the line before it ended; a negative index means the arc from its end.
    private void append(int index, List<List<@Nullable Object>> points) {
        if (!points.isEmpty()) {
            points.removeLast();
        }
        Positions positions = new Positions(Members.get(topology, "transform"));
        int start = points.size();
        list(arcs.get(index < 0 ? ~index : index)).forEach(point -> points.add(positions.next(list(point))));
        if (index < 0) {
            Collections.reverse(points.subList(start, points.size()));
        }
    }

    /// The positions of an arc: with a transform, each is the step from the one before, in whole numbers.
    private static final class Positions {
        private final @Nullable Object transform;
        private double x;
        private double y;

        Positions(@Nullable Object transform) {
            this.transform = transform;
        }

        List<@Nullable Object> next(List<?> point) {
            List<@Nullable Object> position = new ArrayList<>(point);
            if (!Coercion.isNullish(transform)) {
                x += Coercion.toNumber(point.get(0));
                y += Coercion.toNumber(point.get(1));
                position.set(0, x * number("scale", 0) + number("translate", 0));
                position.set(1, y * number("scale", 1) + number("translate", 1));
            }
            return position;
        }

        private double number(String member, int index) {
            return Coercion.toNumber(Members.get(Members.get(transform, member), index));
        }
    }

    static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw failed("the topology has " + value + " where an array was expected");
    }

    private static SheliakException failed(String detail) {
        return new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, detail);
    }
}
