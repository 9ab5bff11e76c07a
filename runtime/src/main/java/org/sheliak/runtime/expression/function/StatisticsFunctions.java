package org.sheliak.runtime.expression.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;

/// Normal, log-normal and uniform distributions: density, cumulative probability, quantile and random sample.
///
/// Source: vega-statistics/src/normal.js, lognormal.js, uniform.js @ v6.4.0.
final class StatisticsFunctions {
    private StatisticsFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("densityNormal", (arguments, _) -> density(arguments.number(0), arguments)),
                FunctionDefinition.of("cumulativeNormal", (arguments, _) -> cumulative(arguments.number(0), arguments)),
                FunctionDefinition.of("quantileNormal", StatisticsFunctions::quantile),
                FunctionDefinition.of("sampleNormal", StatisticsFunctions::sampleNormal)
                        .varying(),
                FunctionDefinition.of("densityLogNormal", (arguments, _) -> densityLog(arguments)),
                FunctionDefinition.of(
                        "cumulativeLogNormal",
                        (arguments, _) -> cumulative(StrictMath.log(arguments.number(0)), arguments)),
                FunctionDefinition.of(
                        "quantileLogNormal",
                        (arguments, scope) -> StrictMath.exp(Coercion.toNumber(quantile(arguments, scope)))),
                FunctionDefinition.of("sampleLogNormal", StatisticsFunctions::sampleLogNormal)
                        .varying(),
                FunctionDefinition.of("densityUniform", StatisticsFunctions::densityUniform),
                FunctionDefinition.of("cumulativeUniform", StatisticsFunctions::cumulativeUniform),
                FunctionDefinition.of("quantileUniform", StatisticsFunctions::quantileUniform),
                FunctionDefinition.of("sampleUniform", StatisticsFunctions::sampleUniform)
                        .varying());
    }

    private static double mean(Arguments arguments, int index) {
        return Coercion.toBoolean(arguments.get(index)) ? arguments.number(index) : 0;
    }

    private static double deviation(Arguments arguments, int index) {
        return arguments.number(index, 1);
    }

    private static Double density(double value, Arguments arguments) {
        double deviation = deviation(arguments, 2);
        double z = (value - mean(arguments, 1)) / deviation;
        return StrictMath.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
    }

    private static Double densityLog(Arguments arguments) {
        double value = arguments.number(0);
        if (value <= 0) {
            return 0.0;
        }
        double deviation = deviation(arguments, 2);
        double z = (StrictMath.log(value) - mean(arguments, 1)) / deviation;
        return StrictMath.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI) * value);
    }

    private static Double cumulative(double value, Arguments arguments) {
        return NormalDistribution.cumulative((value - mean(arguments, 1)) / deviation(arguments, 2));
    }

    private static Object quantile(Arguments arguments, EvaluationScope scope) {
        double probability = arguments.number(0);
        if (probability < 0 || probability > 1) {
            return Double.NaN;
        }
        return moved(arguments.get(1), deviation(arguments, 2) * NormalDistribution.quantile(probability), scope);
    }

    private static Object sampleNormal(Arguments arguments, EvaluationScope scope) {
        return moved(arguments.get(0), scope.random().normal() * deviation(arguments, 1), scope);
    }

    private static Double sampleLogNormal(Arguments arguments, EvaluationScope scope) {
        Object exponent = moved(arguments.get(0), scope.random().normal() * deviation(arguments, 1), scope);
        return StrictMath.exp(Coercion.toNumber(exponent));
    }

    /// `(mean || 0) + distance`, which joins the two when the mean is a text.
    private static Object moved(@Nullable Object mean, double distance, EvaluationScope scope) {
        return Operations.add(Coercion.toBoolean(mean) ? mean : 0.0, distance, scope.zone());
    }

    /// The ends of a uniform distribution: with one argument it begins at 0, with none it is [0, 1].
    private record Ends(@Nullable Object min, @Nullable Object max) {
        static Ends of(Arguments arguments, int index) {
            if (!arguments.isMissing(index + 1)) {
                return new Ends(arguments.get(index), arguments.get(index + 1));
            }
            return new Ends(0.0, arguments.isMissing(index) ? (Object) 1.0 : arguments.get(index));
        }

        double width() {
            return Coercion.toNumber(max) - Coercion.toNumber(min);
        }

        /// `min + distance`, which joins the two when the lower end is a text.
        Object at(double distance, EvaluationScope scope) {
            return Operations.add(min, distance, scope.zone());
        }
    }

    private static Double densityUniform(Arguments arguments, EvaluationScope scope) {
        Ends ends = Ends.of(arguments, 1);
        Object value = arguments.get(0);
        boolean isWithin = scope.lessOrEqual(ends.min, value) && scope.lessOrEqual(value, ends.max);
        return isWithin ? 1 / ends.width() : 0;
    }

    private static Double cumulativeUniform(Arguments arguments, EvaluationScope scope) {
        Ends ends = Ends.of(arguments, 1);
        Object value = arguments.get(0);
        if (scope.lessThan(value, ends.min)) {
            return 0.0;
        }
        return scope.lessThan(ends.max, value)
                ? 1
                : (Coercion.toNumber(value) - Coercion.toNumber(ends.min)) / ends.width();
    }

    private static Object quantileUniform(Arguments arguments, EvaluationScope scope) {
        Ends ends = Ends.of(arguments, 1);
        double probability = arguments.number(0);
        return probability >= 0 && probability <= 1 ? ends.at(probability * ends.width(), scope) : (Object) Double.NaN;
    }

    private static Object sampleUniform(Arguments arguments, EvaluationScope scope) {
        Ends ends = Ends.of(arguments, 0);
        return ends.at(ends.width() * scope.random().uniform(), scope);
    }
}
