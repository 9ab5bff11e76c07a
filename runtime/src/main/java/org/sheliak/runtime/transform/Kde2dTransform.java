package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;

/// Estimates the density of points in each group: a new row for each, with a grid and the group's keys. Without
/// `groupby` there is one row, even of no points.
///
/// Source: vega-geo/src/KDE2D.js @ v6.4.0.
final class Kde2dTransform implements Transform {
    private final Parameters parameters;

    Kde2dTransform(Parameters parameters) {
        this.parameters = parameters;
        List.of("size", "x", "y").forEach(parameters::require);
    }

    @Override
    public TransformResult apply(Table input) {
        DensityGrids density = DensityGrids.of(parameters, input);
        GroupedRows groups = GroupedRows.of(parameters, input);
        List<FieldAccess> keys = parameters.presentFields("groupby");
        @Nullable Object[] grids = new Object[groups.count()];
        List<@Nullable Object[]> keyColumns = new ArrayList<>();
        keys.forEach(_ -> keyColumns.add(new Object[grids.length]));
        for (int group = 0; group < grids.length; group++) {
            grids[group] = density.grid(groups.rows(group), parameters.isTrue("counts"))
                    .toObject();
            for (int key = 0; key < keys.size(); key++) {
                keyColumns.get(key)[group] = groups.keyValues(group)[key];
            }
        }
        try (OutputColumns output = new OutputColumns()) {
            output.put(parameters.text("as", "grid"), new ValueColumn(grids));
            for (int key = 0; key < keys.size(); key++) {
                output.put(keys.get(key).outputName(), keyColumns.get(key), parameters.allocator());
            }
            return TransformResult.of(output.build(grids.length));
        }
    }
}
