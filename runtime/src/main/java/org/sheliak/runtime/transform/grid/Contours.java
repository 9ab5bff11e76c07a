package org.sheliak.runtime.transform.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Areas of a grid in which values are not less than a level, as GeoJSON.
///
/// Source: vega-geo/src/util/contours.js @ v6.4.0, after d3-contour.
///
/// @param width number of columns
/// @param height number of rows
/// @param isSmooth whether lines run where the value would be the level between cells, and not halfway
public record Contours(GridValues values, int width, int height, boolean isSmooth) {

    /// The `MultiPolygon` of a level.
    public Map<String, @Nullable Object> contour(double level, PlaneMap map) {
        List<List<Ring>> polygons = new ArrayList<>();
        List<Ring> holes = new ArrayList<>();
        for (Ring ring : LevelLines.of(values, width, height, level)) {
            if (isSmooth) {
                ring.points().forEach(point -> smooth(point, level));
            }
            if (ring.area() > 0) {
                polygons.add(new ArrayList<>(List.of(ring)));
            } else {
                holes.add(ring);
            }
        }
        holes.forEach(hole -> polygons.stream()
                .filter(polygon -> polygon.getFirst().contains(hole))
                .findFirst()
                .ifPresent(polygon -> polygon.add(hole)));
        Map<String, @Nullable Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "MultiPolygon");
        geometry.put("value", level);
        geometry.put(
                "coordinates",
                polygons.stream()
                        .map(polygon ->
                                polygon.stream().map(ring -> ring.mapped(map)).toList())
                        .toList());
        return geometry;
    }

    private void smooth(double[] point, double level) {
        double x = point[0];
        double y = point[1];
        int column = (int) x;
        int row = (int) y;
        double value = values.at(row * width + column);
        if (x > 0 && x < width && column == x) {
            double left = values.at(row * width + column - 1);
            point[0] = x + (level - left) / (value - left) - 0.5;
        }
        if (y > 0 && y < height && row == y) {
            double above = values.at((row - 1) * width + column);
            point[1] = y + (level - above) / (value - above) - 0.5;
        }
    }
}
