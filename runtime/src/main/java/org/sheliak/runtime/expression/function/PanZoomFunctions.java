package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Moves and scales the two ends of a domain, as seen through a scale's transform.
///
/// Source: vega-util/src/transform.ts @ v6.4.0.
final class PanZoomFunctions {
    private PanZoomFunctions() {}

    /// How a scale maps its domain, and back.
    private record Transform(DoubleUnaryOperator lift, DoubleUnaryOperator ground) {}

    /// Chooses the transform by the sign of the domain's start and by the function's parameter.
    @FunctionalInterface
    private interface TransformFamily {
        Transform of(double start, double parameter);
    }

    static List<FunctionDefinition> all() {
        TransformFamily linear = (_, _) -> new Transform(x -> x, x -> x);
        return List.of(
                pan("panLinear", linear),
                pan("panLog", (start, _) -> log(start)),
                pan("panPow", (_, exponent) -> pow(exponent)),
                pan("panSymlog", (_, constant) -> symlog(constant)),
                zoom("zoomLinear", linear),
                zoom("zoomLog", (start, _) -> log(start)),
                zoom("zoomPow", (_, exponent) -> pow(exponent)),
                zoom("zoomSymlog", (_, constant) -> symlog(constant)));
    }

    private static Transform log(double start) {
        double sign = Math.signum(start);
        return new Transform(x -> StrictMath.log(sign * x), x -> sign * StrictMath.exp(x));
    }

    private static Transform pow(double exponent) {
        return new Transform(x -> pow(x, exponent), x -> pow(x, 1 / exponent));
    }

    private static double pow(double x, double exponent) {
        return x < 0 ? -MathFunctions.pow(-x, exponent) : MathFunctions.pow(x, exponent);
    }

    private static Transform symlog(double constant) {
        return new Transform(
                x -> Math.signum(x) * StrictMath.log1p(Math.abs(x / constant)),
                x -> Math.signum(x) * StrictMath.expm1(Math.abs(x)) * constant);
    }

    private static double first(Arguments arguments) {
        return Coercion.toNumber(Members.get(arguments.get(0), 0));
    }

    private static double last(Arguments arguments) {
        return Coercion.toNumber(ListFunctions.last(arguments.get(0)));
    }

    private static FunctionDefinition pan(String name, TransformFamily family) {
        return FunctionDefinition.of(name, (arguments, _) -> {
            requireDomain(name, arguments);
            Transform transform = family.of(first(arguments), arguments.number(2));
            double start = transform.lift.applyAsDouble(first(arguments));
            double end = transform.lift.applyAsDouble(last(arguments));
            double change = (end - start) * arguments.number(1);
            return List.of(
                    transform.ground.applyAsDouble(start - change), transform.ground.applyAsDouble(end - change));
        });
    }

    private static FunctionDefinition zoom(String name, TransformFamily family) {
        return FunctionDefinition.of(name, (arguments, _) -> {
            requireDomain(name, arguments);
            Transform transform = family.of(first(arguments), arguments.number(3));
            double start = transform.lift.applyAsDouble(first(arguments));
            double end = transform.lift.applyAsDouble(last(arguments));
            double anchor =
                    arguments.isMissing(1) ? (start + end) / 2 : transform.lift.applyAsDouble(arguments.number(1));
            double scale = arguments.number(2);
            return List.of(
                    transform.ground.applyAsDouble(anchor + (start - anchor) * scale),
                    transform.ground.applyAsDouble(anchor + (end - anchor) * scale));
        });
    }

    private static void requireDomain(String name, Arguments arguments) {
        if (!(arguments.get(0) instanceof List<?> domain) || domain.isEmpty()) {
            throw Errors.unusable(name, "a domain with two ends", arguments.get(0));
        }
    }
}
