package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.transform.grid.Contours;
import org.sheliak.runtime.transform.grid.DensityGrid;
import org.sheliak.runtime.transform.grid.GridValues;
import org.sheliak.runtime.transform.grid.PlaneMap;

/// Draws the level lines of a grid of numbers, or of the density of points: a new row, a GeoJSON geometry, for each
/// level.
///
/// Source: vega-geo/src/Contour.js @ v6.4.0.
final class ContourTransform implements Transform {
    private final Parameters parameters;

    ContourTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("size");
    }

    @Override
    public TransformResult apply(Table input) {
        List<@Nullable Object> given = parameters.list("values");
        List<Map<String, @Nullable Object>> contours = given == null ? ofDensity(input) : ofGrid(GridValues.of(given));
        TableBuilder rows = new TableBuilder();
        contours.forEach(rows::append);
        return TransformResult.of(rows.build(parameters.allocator()));
    }

    private List<Map<String, @Nullable Object>> ofDensity(Table input) {
        DensityGrid grid = DensityGrids.of(parameters, input).all(true);
        Contours contours = new Contours(grid.values(), grid.width(), grid.height(), isSmooth());
        PlaneMap map = new PlaneMap(grid.marginX(), grid.marginY(), grid.scale(), grid.scale(), 0, 0);
        return contours(contours, GridThresholds.of(parameters, "count", false), map);
    }

    private List<Map<String, @Nullable Object>> ofGrid(GridValues values) {
        Contours contours = new Contours(values, side(0), side(1), isSmooth());
        return contours(contours, GridThresholds.of(parameters, "count", true), PlaneMap.IDENTITY);
    }

    private int side(int axis) {
        List<@Nullable Object> size = parameters.list("size");
        return GridObject.side(parameters, size == null || axis >= size.size() ? null : size.get(axis));
    }

    private boolean isSmooth() {
        return parameters.isNotFalse("smooth");
    }

    private static List<Map<String, @Nullable Object>> contours(
            Contours contours, GridThresholds thresholds, PlaneMap map) {
        List<Map<String, @Nullable Object>> geometries = new ArrayList<>();
        for (double level : thresholds.levels(contours.values())) {
            geometries.add(contours.contour(level, map));
        }
        return geometries;
    }
}
