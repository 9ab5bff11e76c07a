package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Moves and scales the two ends of a domain, as seen through a scale's transform.
///
/// Source: vega-util/src/transform.ts @ v6.4.0.
final class PanZoomFunctions {
    private PanZoomFunctions() {}

    /// How a scale maps its domain, and back.
    private record Transform(ToDoubleFunction<@Nullable Object> lift, DoubleUnaryOperator ground) {
        static Transform ofNumbers(DoubleUnaryOperator lift, DoubleUnaryOperator ground) {
            return new Transform(value -> lift.applyAsDouble(Coercion.toNumber(value)), ground);
        }
    }

    /// Chooses the transform by the sign of the domain's start and by the function's parameter.
    @FunctionalInterface
    private interface TransformFamily {
        Transform of(double start, double parameter);
    }

    static List<FunctionDefinition> all() {
        TransformFamily linear = (_, _) -> new Transform(PanZoomFunctions::numberOrZero, x -> x);
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
        return Transform.ofNumbers(x -> StrictMath.log(sign * x), x -> sign * StrictMath.exp(x));
    }

    private static Transform pow(double exponent) {
        return Transform.ofNumbers(x -> pow(x, exponent), x -> pow(x, 1 / exponent));
    }

    private static double pow(double x, double exponent) {
        return x < 0 ? -MathFunctions.pow(-x, exponent) : MathFunctions.pow(x, exponent);
    }

    private static Transform symlog(double constant) {
        return Transform.ofNumbers(
                x -> Math.signum(x) * StrictMath.log1p(Math.abs(x / constant)),
                x -> Math.signum(x) * StrictMath.expm1(Math.abs(x)) * constant);
    }

    /// What is missing or an empty text becomes `null`, with which JavaScript calculates as with 0.
    private static double numberOrZero(@Nullable Object value) {
        Double number = TypeFunctions.toNumber(value);
        return number == null ? 0 : number;
    }

    private static @Nullable Object first(Arguments arguments) {
        return Members.get(arguments.get(0), 0);
    }

    private static @Nullable Object last(Arguments arguments) {
        return ListFunctions.last(arguments.get(0));
    }

    private static FunctionDefinition pan(String name, TransformFamily family) {
        return FunctionDefinition.of(name, (arguments, _) -> {
            requireDomain(name, arguments);
            Transform transform = family.of(Coercion.toNumber(first(arguments)), arguments.number(2));
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
            Transform transform = family.of(Coercion.toNumber(first(arguments)), arguments.number(3));
            double start = transform.lift.applyAsDouble(first(arguments));
            double end = transform.lift.applyAsDouble(last(arguments));
            double anchor = arguments.isMissing(1) ? (start + end) / 2 : transform.lift.applyAsDouble(arguments.get(1));
            double scale = arguments.number(2);
            return List.of(
                    transform.ground.applyAsDouble(anchor + (start - anchor) * scale),
                    transform.ground.applyAsDouble(anchor + (end - anchor) * scale));
        });
    }

    private static void requireDomain(String name, Arguments arguments) {
        boolean hasEnds = arguments.get(0) instanceof List<?> domain
                ? !domain.isEmpty()
                : arguments.get(0) instanceof String text && !text.isEmpty();
        if (!hasEnds) {
            throw Errors.unusable(name, "a domain with two ends", arguments.get(0));
        }
    }
}
