package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;
import org.sheliak.runtime.transform.statistics.Distribution;

/// Draws a probability distribution: new rows with points of its density or cumulative distribution.
///
/// Source: vega-transforms/src/Density.js and util/Distributions.js @ v6.4.0.
final class DensityTransform implements Transform {
    private final Parameters parameters;

    /// A distribution, and the extent of its data when it has some.
    private record Drawn(
            Distribution distribution, @Nullable Domain extent) {}

    DensityTransform(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TransformResult apply(Table input) {
        Drawn drawn = drawn(parameters, input);
        Domain given = Domain.given(parameters);
        Domain domain = given == null ? drawn.extent() : given;
        if (domain == null) {
            throw parameters.invalid("expected an \"extent\" for the density, found none");
        }
        List<Point> points = CurveSteps.of(parameters).points(curve(drawn.distribution()), domain);
        @Nullable Object[] values = points.stream().map(Point::x).toArray();
        @Nullable Object[] densities = points.stream().map(Point::y).toArray();
        try (OutputColumns output = new OutputColumns()) {
            output.put(parameters.as(0, "value"), values, parameters.allocator());
            output.put(parameters.as(1, "density"), densities, parameters.allocator());
            return TransformResult.of(output.build(points.size()));
        }
    }

    private DoubleUnaryOperator curve(Distribution distribution) {
        String method = parameters.text("method", "pdf");
        return switch (method) {
            case "pdf" -> distribution.density();
            case "cdf" -> distribution.cumulative();
            default -> throw parameters.invalid("expected the method \"pdf\" or \"cdf\", found \"" + method + "\"");
        };
    }

    private static Drawn drawn(Parameters outer, Table input) {
        if (!(outer.json("distribution") instanceof JsonObject definition)) {
            throw outer.invalid("expected a \"distribution\", found none");
        }
        return drawn(outer.nested("distribution", definition), definition, input);
    }

    private static Drawn drawn(Parameters parameters, JsonObject definition, Table input) {
        String function = definition.get("function") instanceof JsonString(String name) ? name : "";
        return switch (function) {
            case "normal" ->
                new Drawn(Distribution.normal(parameters.number("mean", 0), parameters.number("stdev", 1)), null);
            case "lognormal" ->
                new Drawn(Distribution.logNormal(parameters.number("mean", 0), parameters.number("stdev", 1)), null);
            case "uniform" ->
                new Drawn(Distribution.uniform(parameters.number("min", 0), parameters.number("max", 1)), null);
            case "kde" -> kernels(parameters, input);
            case "mixture" -> new Drawn(mixture(parameters, input), null);
            default -> throw parameters.invalid("\"" + function + "\" is no distribution");
        };
    }

    private static Drawn kernels(Parameters parameters, Table input) {
        Table source = parameters.has("from") ? parameters.data("from") : input;
        try (Column column = parameters.requiredField("field").read(source, parameters.allocator())) {
            Support support = Support.of(column);
            return new Drawn(support.distribution(parameters.numberOr("bandwidth", 0)), support.extent());
        }
    }

    private static Distribution mixture(Parameters parameters, Table input) {
        List<Distribution> parts = new ArrayList<>();
        if (parameters.json("distributions") instanceof JsonArray(List<JsonValue> elements)) {
            for (int i = 0; i < elements.size(); i++) {
                if (!(elements.get(i) instanceof JsonObject part)) {
                    throw parameters.invalid("expected distributions to mix, found something else");
                }
                parts.add(drawn(parameters.nested("distributions/" + i, part), part, input)
                        .distribution());
            }
        }
        List<@Nullable Double> given = parameters.numbers("weights");
        double[] weights = new double[parts.size()];
        for (int i = 0; i < weights.length; i++) {
            Double weight = AggregationParameters.element(given, i);
            weights[i] = weight == null ? 1 : weight;
        }
        return Distribution.mixture(parts, weights);
    }
}
