package org.sheliak.runtime.transform;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;
import org.sheliak.runtime.transform.statistics.Distribution;
import org.sheliak.runtime.value.Undefined;

/// Estimates the density of a field in each group: new rows with points of the curve.
///
/// Source: vega-transforms/src/KDE.js @ v6.4.0.
final class KdeTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;
    private final boolean isShared;

    KdeTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.isShared = "shared".equals(parameters.value("resolve"));
    }

    @Override
    public TransformResult apply(Table input) {
        Domain given = Domain.given(parameters);
        CurveSteps steps = CurveSteps.of(parameters);
        GroupedRows groups = GroupedRows.of(parameters, input);
        try (Column column = field.read(input, parameters.allocator())) {
            Support all = Support.of(column);
            Domain shared = given == null && isShared ? all.extent() : given;
            CurveSteps used = isShared ? steps.uniform() : steps;
            for (int group = 0; group < groups.count(); group++) {
                Support support = all.rows(groups.rows(group));
                double scale = parameters.isTrue("counts") ? support.count() : 1;
                Domain domain = shared == null ? support.extent() : shared;
                List<Point> points = used.points(curve(support), domain);
                for (int i = 0; i < points.size(); i++) {
                    boolean isEnd = i == 0 || i == points.size() - 1;
                    // Without numbers there is no extent, whose ends are undefined then.
                    boolean isUndefined = given == null && isEnd && Double.isNaN(domain.min());
                    Object x = isUndefined
                            ? Undefined.UNDEFINED
                            : (Object) points.get(i).x();
                    groups.add(group, x, points.get(i).y() * scale);
                }
            }
        }
        return TransformResult.of(groups.build(parameters.as(0, "value"), parameters.as(1, "density")));
    }

    private DoubleUnaryOperator curve(Support support) {
        Distribution distribution = support.distribution(parameters.numberOr("bandwidth", 0));
        return parameters.isTrue("cumulative") ? distribution.cumulative() : distribution.density();
    }
}
