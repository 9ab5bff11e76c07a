package org.sheliak.runtime.transform;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.grid.DensityGrid;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// Density grids of the rows of a table, by the parameters that `kde2d` and `contour` share.
///
/// Source: vega-geo/src/util/density2D.js and `params` of KDE2D.js @ v6.4.0.
final class DensityGrids {
    private static final double DEFAULT_WIDTH = 960;
    private static final double DEFAULT_HEIGHT = 500;
    private static final double DEFAULT_CELL_SIZE = 4;

    private final DensityGrid.Shape shape;
    private final List<@Nullable Object> bandwidths;
    private final Support x;
    private final Support y;
    private final double @Nullable [] weights;

    private DensityGrids(Parameters parameters, Table input) {
        this.shape = shape(parameters);
        this.bandwidths = bandwidths(parameters);
        this.x = support(parameters, "x", "0", input);
        this.y = support(parameters, "y", "1", input);
        this.weights = parameters.field("weight") == null
                ? null
                : support(parameters, "weight", "", input).numbers();
    }

    static DensityGrids of(Parameters parameters, Table input) {
        return new DensityGrids(parameters, input);
    }

    private static DensityGrid.Shape shape(Parameters parameters) {
        List<@Nullable Object> size = parameters.list("size");
        double width = size == null ? DEFAULT_WIDTH : Coercion.toNumber(element(size, 0));
        double height = size == null ? DEFAULT_HEIGHT : Coercion.toNumber(element(size, 1));
        if (!(width >= 0 && height >= 0)) {
            throw parameters.invalid("expected a size of two numbers that are not negative, found "
                    + Coercion.toText(parameters.value("size"), parameters.zone()));
        }
        Object given = parameters.value("cellSize");
        double cellSize = Coercion.isNullish(given) ? DEFAULT_CELL_SIZE : Coercion.toNumber(given);
        if (!(cellSize >= 1)) {
            throw parameters.invalid("expected a cell size of 1 or more, found " + cellSize);
        }
        return new DensityGrid.Shape(width, height, cellSize);
    }

    private static @Nullable Object element(List<@Nullable Object> list, int index) {
        return index < list.size() ? list.get(index) : Undefined.UNDEFINED;
    }

    /// The bandwidths along x and y; undefined for one that is to be estimated.
    private static List<@Nullable Object> bandwidths(Parameters parameters) {
        Object given = parameters.value("bandwidth");
        if (Coercion.isNullish(given)) {
            return List.of(Undefined.UNDEFINED, Undefined.UNDEFINED);
        }
        List<?> list = given instanceof List<?> several ? several : Collections.singletonList(given);
        if (list.size() == 1) {
            Object both = Coercion.toNumber(list.getFirst());
            return List.of(both, both);
        }
        if (list.size() != 2) {
            throw parameters.invalid("expected one bandwidth or two, found " + list.size());
        }
        return Collections.unmodifiableList(list);
    }

    private static Support support(Parameters parameters, String name, String absent, Table input) {
        FieldAccess given = parameters.field(name);
        FieldAccess field = given == null ? new FieldAccess.Simple(absent, absent) : given;
        try (Column column = field.read(input, parameters.allocator())) {
            return Support.of(column);
        }
    }

    /// The grid of all rows.
    DensityGrid all(boolean counts) {
        return grid(IntStream.range(0, x.count()).toArray(), counts);
    }

    /// The grid of some rows.
    DensityGrid grid(int[] rows, boolean counts) {
        DensityGrid grid =
                new DensityGrid(shape, bandwidth(bandwidths.get(0), x, rows), bandwidth(bandwidths.get(1), y, rows));
        for (int row : rows) {
            grid.add(x.numbers()[row], y.numbers()[row], weights == null ? 1 : weights[row]);
        }
        grid.finish(counts);
        return grid;
    }

    private static double bandwidth(@Nullable Object given, Support all, int[] rows) {
        double number = Coercion.toNumber(given);
        return number >= 0 ? number : all.rows(rows).estimatedBandwidth();
    }
}
