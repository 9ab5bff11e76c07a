package org.sheliak.runtime.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.geo.stream.BoundsSink;
import org.sheliak.runtime.geo.stream.GeoShapes;
import org.sheliak.runtime.value.Coercion;

/// Finds the scale and translation with which a projection shows shapes as large as an extent allows.
///
/// Source: d3-geo/src/projection/fit.js @ v3.1, vega-geo/src/Projection.js @ v6.4.0.
final class ProjectionFit {
    private static final double SCALE = 150;

    private ProjectionFit() {}

    /// The settings with what was found; as they are without `fit`, or without `extent` and `size`.
    ///
    /// @param projections makes a projection of settings
    /// @throws SheliakException TYPE_MISMATCH for what are no shapes
    static ProjectionSettings fitted(
            ProjectionSettings settings, Function<ProjectionSettings, Projection> projections) {
        double[] extent = settings.isTrue("fit") ? extent(settings) : null;
        if (extent == null) {
            return settings;
        }
        ProjectionSettings start = settings.with("scale", SCALE).with("translate", List.of(0.0, 0.0));
        BoundsSink bounds = new BoundsSink();
        GeoShapes.tell(shape(settings.member("fit")), projections.apply(start).stream(bounds));
        double width = extent[2] - extent[0];
        double height = extent[3] - extent[1];
        double factor = Math.min(width / (bounds.right() - bounds.left()), height / (bounds.bottom() - bounds.top()));
        double x = extent[0] + (width - factor * (bounds.right() + bounds.left())) / 2;
        double y = extent[1] + (height - factor * (bounds.bottom() + bounds.top())) / 2;
        return settings.with("scale", SCALE * factor).with("translate", List.of(x, y));
    }

    /// Left, top, right and bottom, or `null`.
    private static double @Nullable [] extent(ProjectionSettings settings) {
        if (settings.isTrue("extent")) {
            double[] upper = numbers(settings.member("extent"), 0);
            double[] lower = numbers(settings.member("extent"), 1);
            return new double[] {upper[0], upper[1], lower[0], lower[1]};
        }
        if (settings.isTrue("size")) {
            double[] size = settings.numbers("size");
            return new double[] {0, 0, size[0], size[1]};
        }
        return null;
    }

    private static double[] numbers(@Nullable Object corners, int index) {
        Object corner = corners instanceof List<?> list && index < list.size() ? list.get(index) : null;
        return corner instanceof List<?> point && point.size() >= 2
                ? new double[] {Coercion.toNumber(point.get(0)), Coercion.toNumber(point.get(1))}
                : new double[] {Double.NaN, Double.NaN};
    }

    /// What is fitted: one shape, or all features of a list of them.
    private static @Nullable Object shape(@Nullable Object fit) {
        if (!(fit instanceof List<?> shapes)) {
            return fit;
        }
        if (shapes.size() == 1) {
            return shapes.getFirst();
        }
        List<@Nullable Object> features = new ArrayList<>();
        for (Object shape : shapes) {
            addFeatures(shape, features);
        }
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static void addFeatures(@Nullable Object shape, List<@Nullable Object> features) {
        if (Coercion.isNullish(shape)) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH,
                    SourceLocation.UNKNOWN,
                    "expected shapes in the \"fit\" of a projection, found " + shape);
        }
        if (shape instanceof Map<?, ?> members && "FeatureCollection".equals(members.get("type"))) {
            if (members.get("features") instanceof List<?> inner) {
                features.addAll(inner);
            }
            return;
        }
        for (Object one : shape instanceof List<?> list ? list : List.of(shape)) {
            if (one instanceof Map<?, ?> members) {
                boolean isFeature = "Feature".equals(members.get("type"));
                features.add(isFeature ? members : Map.of("type", "Feature", "geometry", members));
            }
        }
    }
}
