package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;
import org.sheliak.runtime.transform.statistics.Loess;
import org.sheliak.runtime.transform.statistics.Points;

/// Smooths the points of each group: a new row for each different x.
///
/// Source: vega-regression/src/Loess.js @ v6.4.0.
final class LoessTransform implements Transform {
    private static final double DEFAULT_BANDWIDTH = 0.3;

    private final Parameters parameters;
    private final FieldAccess x;
    private final FieldAccess y;

    LoessTransform(Parameters parameters) {
        this.parameters = parameters;
        this.x = parameters.requiredField("x");
        this.y = parameters.requiredField("y");
    }

    @Override
    public TransformResult apply(Table input) {
        double bandwidth = parameters.numberOr("bandwidth", DEFAULT_BANDWIDTH);
        GroupedRows groups = GroupedRows.of(parameters, input);
        try (Column columnX = x.read(input, parameters.allocator());
                Column columnY = y.read(input, parameters.allocator())) {
            Scatter scatter = Scatter.of(columnX, columnY);
            for (int group = 0; group < groups.count(); group++) {
                for (Point point : Loess.fit(sorted(scatter.points(groups.rows(group))), bandwidth)) {
                    groups.add(group, point.x(), point.y());
                }
            }
        }
        return TransformResult.of(groups.build(parameters.as(0, x.outputName()), parameters.as(1, y.outputName())));
    }

    private static Points sorted(Points points) {
        int[] order = new int[points.count()];
        Arrays.setAll(order, index -> index);
        RowSorting.sort(order, (left, right) -> Double.compare(points.x()[left], points.x()[right]));
        return new Points(
                Arrays.stream(order).mapToDouble(index -> points.x()[index]).toArray(),
                Arrays.stream(order).mapToDouble(index -> points.y()[index]).toArray());
    }
}
