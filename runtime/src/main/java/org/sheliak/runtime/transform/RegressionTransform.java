package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.CurveSampling;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;
import org.sheliak.runtime.transform.statistics.LeastSquares;
import org.sheliak.runtime.transform.statistics.Points;
import org.sheliak.runtime.transform.statistics.Polynomial;
import org.sheliak.runtime.transform.statistics.RegressionModel;
import org.sheliak.runtime.value.Undefined;

/// Fits a curve to the points of each group: new rows with points of the curve or, with `params`, its coefficients.
/// A group with no more rows than the curve has degrees of freedom gives nothing.
///
/// Source: vega-regression/src/Regression.js @ v6.4.0.
final class RegressionTransform implements Transform {
    private static final double DEFAULT_ORDER = 3;
    private static final double MIN_STEPS = 25;
    private static final double MAX_STEPS = 200;

    private final Parameters parameters;
    private final FieldAccess x;
    private final FieldAccess y;
    private final String method;
    private final int order;
    private final @Nullable Domain domain;

    RegressionTransform(Parameters parameters) {
        this.parameters = parameters;
        this.x = parameters.requiredField("x");
        this.y = parameters.requiredField("y");
        this.method = parameters.text("method", "linear");
        this.order = (int) parameters.number("order", DEFAULT_ORDER);
        Domain given = Domain.given(parameters);
        this.domain = given != null && method.equals("log") && given.min() <= 0 ? null : given;
    }

    @Override
    public TransformResult apply(Table input) {
        GroupedRows groups = GroupedRows.of(parameters, input);
        try (Column columnX = x.read(input, parameters.allocator());
                Column columnY = y.read(input, parameters.allocator())) {
            Scatter scatter = Scatter.of(columnX, columnY);
            return TransformResult.of(
                    parameters.isTrue("params") ? coefficients(groups, scatter) : curves(groups, scatter));
        }
    }

    private Table curves(GroupedRows groups, Scatter scatter) {
        for (int group = 0; group < groups.count(); group++) {
            int[] rows = groups.rows(group);
            if (rows.length <= degreesOfFreedom()) {
                continue;
            }
            RegressionModel model = fit(scatter, rows);
            Domain drawn = domain == null ? scatter.extentX(rows) : domain;
            for (Point point : points(model, drawn)) {
                groups.add(group, point.x(), point.y());
            }
        }
        return groups.build(parameters.as(0, x.outputName()), parameters.as(1, y.outputName()));
    }

    private Table coefficients(GroupedRows groups, Scatter scatter) {
        List<@Nullable Object> keys = new ArrayList<>();
        List<@Nullable Object> coefficients = new ArrayList<>();
        List<@Nullable Object> rSquared = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            int[] rows = groups.rows(group);
            if (rows.length > degreesOfFreedom()) {
                RegressionModel model = fit(scatter, rows);
                boolean hasKeys = parameters.has("groupby");
                keys.add(hasKeys ? Arrays.asList(groups.keyValues(group)) : Undefined.UNDEFINED);
                coefficients.add(Arrays.stream(model.coefficients()).boxed().toList());
                rSquared.add(model.rSquared());
            }
        }
        try (OutputColumns output = new OutputColumns()) {
            output.put("keys", keys.toArray(), parameters.allocator());
            output.put("coef", coefficients.toArray(), parameters.allocator());
            output.put("rSquared", rSquared.toArray(), parameters.allocator());
            return output.build(keys.size());
        }
    }

    private int degreesOfFreedom() {
        return switch (method) {
            case "poly" -> order;
            case "quad" -> 2;
            default -> 1;
        };
    }

    private RegressionModel fit(Scatter scatter, int[] rows) {
        Points points = scatter.points(rows);
        return switch (method) {
            case "constant" -> LeastSquares.constant(scatter.valuesY(rows));
            case "linear" -> LeastSquares.linear(points);
            case "log" -> LeastSquares.log(points);
            case "exp" -> LeastSquares.exp(points);
            case "pow" -> LeastSquares.pow(points);
            case "quad" -> LeastSquares.quad(points);
            case "poly" -> polynomial(scatter, points, rows);
            default -> throw parameters.invalid("\"" + method + "\" is no regression method");
        };
    }

    private RegressionModel polynomial(Scatter scatter, Points points, int[] rows) {
        return switch (order) {
            case 0 -> LeastSquares.constant(scatter.valuesY(rows));
            case 1 -> LeastSquares.linear(points);
            case 2 -> LeastSquares.quad(points);
            default -> Polynomial.fit(points, order);
        };
    }

    private List<Point> points(RegressionModel model, Domain drawn) {
        if (method.equals("linear") || method.equals("constant")) {
            return List.of(
                    new Point(drawn.min(), model.predict().applyAsDouble(drawn.min())),
                    new Point(drawn.max(), model.predict().applyAsDouble(drawn.max())));
        }
        return CurveSampling.points(model.predict(), drawn.min(), drawn.max(), MIN_STEPS, MAX_STEPS);
    }
}
