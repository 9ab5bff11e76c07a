package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.transform.grid.Contours;
import org.sheliak.runtime.transform.grid.GridValues;
import org.sheliak.runtime.transform.grid.PlaneMap;
import org.sheliak.runtime.value.Coercion;

/// Draws the level lines of the grids in the rows: a new row for each grid and level, with the fields of the grid's row
/// and a GeoJSON geometry, as one field or, when `as` is null, as fields of the row.
///
/// Source: vega-geo/src/Isocontour.js @ v6.4.0.
final class IsocontourTransform implements Transform {
    private static final String SHARED = "shared";

    private final Parameters parameters;
    private final @Nullable FieldAccess field;
    private final GridThresholds thresholds;
    private final @Nullable String as;

    IsocontourTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.field("field");
        this.thresholds = GridThresholds.of(parameters, "levels", parameters.isNotFalse("zero"));
        this.as = parameters.value("as") == null ? null : parameters.text("as", "contour");
    }

    @Override
    public TransformResult apply(Table input) {
        List<Map<String, @Nullable Object>> rows = rows(input);
        List<GridObject> grids = grids(input, rows);
        double[] shared = SHARED.equals(parameters.value("resolve")) ? thresholds.levels(greatest(grids)) : null;
        TableBuilder output = new TableBuilder();
        Object translation = translation();
        try (RowValues scales = RowValues.of(parameters, "scale", input)) {
            for (int row = 0; row < rows.size(); row++) {
                GridObject grid = grids.get(row);
                GridValues values = grid.values();
                Contours contours = new Contours(values, grid.width(), grid.height(), parameters.isNotFalse("smooth"));
                PlaneMap map = map(grid, scales.ofRow(row, () -> grid.member("scale")), translation);
                for (double level : shared == null ? thresholds.levels(values) : shared) {
                    output.append(derived(rows.get(row), contours.contour(level, map)));
                }
            }
        }
        return TransformResult.of(output.build(parameters.allocator()));
    }

    /// A list; Vega fails where an expression of the row gives it.
    private @Nullable Object translation() {
        Object translation = parameters.value("translate");
        if (translation instanceof Map<?, ?>) {
            throw parameters.invalid("expected \"translate\" as a list of numbers, found an object");
        }
        return translation;
    }

    private static List<Map<String, @Nullable Object>> rows(Table input) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        RowView view = new RowView(input);
        for (int row = 0; row < input.rowCount(); row++) {
            rows.add(view.at(row).toObject());
        }
        return rows;
    }

    private List<GridObject> grids(Table input, List<Map<String, @Nullable Object>> rows) {
        List<GridObject> grids = new ArrayList<>();
        if (field == null) {
            rows.forEach(row -> grids.add(new GridObject(row, parameters)));
            return grids;
        }
        try (Column column = field.read(input, parameters.allocator())) {
            for (int row = 0; row < column.length(); row++) {
                grids.add(new GridObject(column.value(row), parameters));
            }
        }
        return grids;
    }

    private static GridValues greatest(List<GridObject> grids) {
        return GridValues.of(
                grids.stream().mapToDouble(grid -> grid.values().extent()[1]).toArray());
    }

    /// @param factor the scale
    /// @param translation the parameter's, which else is the grid's own
    private PlaneMap map(GridObject grid, @Nullable Object factor, @Nullable Object translation) {
        Object offset = Coercion.toBoolean(translation) ? translation : grid.member("translate");
        boolean isUnit = Coercion.isNullish(factor) || Double.valueOf(1).equals(factor);
        if (isUnit && !Coercion.toBoolean(offset)) {
            return PlaneMap.IDENTITY;
        }
        if (Coercion.isNullish(factor)) {
            throw parameters.invalid("expected a \"scale\" beside \"translate\", found none");
        }
        double scaleX = number(factor, 0, 1);
        double scaleY = number(factor, 1, 1);
        return new PlaneMap(
                grid.numberOrZero("x1"),
                grid.numberOrZero("y1"),
                scaleX,
                scaleY,
                offset instanceof List<?> ? number(offset, 0, 0) : 0,
                offset instanceof List<?> ? number(offset, 1, 0) : 0);
    }

    /// A number, or an element of a list; the fallback for what is no number, or 0.
    private static double number(@Nullable Object value, int index, double fallback) {
        Object element = value instanceof List<?> list ? index < list.size() ? list.get(index) : null : value;
        return Coercion.toBoolean(element) ? Coercion.toNumber(element) : fallback;
    }

    /// The contour with the fields of its grid's row, which come last and win.
    private Map<String, @Nullable Object> derived(
            Map<String, @Nullable Object> row, Map<String, @Nullable Object> contour) {
        Map<String, @Nullable Object> derived = new LinkedHashMap<>();
        if (as == null) {
            derived.putAll(contour);
        } else {
            derived.put(as, contour);
        }
        derived.putAll(row);
        return derived;
    }
}
