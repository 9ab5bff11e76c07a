package org.sheliak.runtime.expression.function;

import java.util.List;
import org.sheliak.runtime.value.Coercion;

/// Normal, log-normal and uniform distributions: density, cumulative probability, quantile and random sample.
///
/// Source: vega-statistics/src/normal.js, lognormal.js, uniform.js @ v6.4.0.
final class StatisticsFunctions {
    private StatisticsFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("densityNormal", (arguments, _) -> density(arguments.number(0), arguments)),
                FunctionDefinition.of("cumulativeNormal", (arguments, _) -> cumulative(arguments.number(0), arguments)),
                FunctionDefinition.of("quantileNormal", (arguments, _) -> quantile(arguments)),
                FunctionDefinition.of(
                                "sampleNormal",
                                (arguments, scope) ->
                                        mean(arguments, 0) + scope.random().normal() * deviation(arguments, 1))
                        .varying(),
                FunctionDefinition.of("densityLogNormal", (arguments, _) -> densityLog(arguments)),
                FunctionDefinition.of(
                        "cumulativeLogNormal",
                        (arguments, _) -> cumulative(StrictMath.log(arguments.number(0)), arguments)),
                FunctionDefinition.of("quantileLogNormal", (arguments, _) -> StrictMath.exp(quantile(arguments))),
                FunctionDefinition.of(
                                "sampleLogNormal",
                                (arguments, scope) -> StrictMath.exp(
                                        mean(arguments, 0) + scope.random().normal() * deviation(arguments, 1)))
                        .varying(),
                FunctionDefinition.of("densityUniform", (arguments, _) -> densityUniform(arguments)),
                FunctionDefinition.of("cumulativeUniform", (arguments, _) -> cumulativeUniform(arguments)),
                FunctionDefinition.of("quantileUniform", (arguments, _) -> quantileUniform(arguments)),
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

    private static Double quantile(Arguments arguments) {
        double probability = arguments.number(0);
        if (probability < 0 || probability > 1) {
            return Double.NaN;
        }
        return mean(arguments, 1) + deviation(arguments, 2) * NormalDistribution.quantile(probability);
    }

    /// The ends of a uniform distribution: with one argument it begins at 0, with none it is [0, 1].
    private record Ends(double min, double max) {
        static Ends of(Arguments arguments, int index) {
            return arguments.isMissing(index + 1)
                    ? new Ends(0, arguments.number(index, 1))
                    : new Ends(arguments.number(index), arguments.number(index + 1));
        }
    }

    private static Double densityUniform(Arguments arguments) {
        Ends ends = Ends.of(arguments, 1);
        double value = arguments.number(0);
        return value >= ends.min && value <= ends.max ? 1 / (ends.max - ends.min) : 0;
    }

    private static Double cumulativeUniform(Arguments arguments) {
        Ends ends = Ends.of(arguments, 1);
        double value = arguments.number(0);
        return value < ends.min ? 0 : value > ends.max ? 1 : (value - ends.min) / (ends.max - ends.min);
    }

    private static Double quantileUniform(Arguments arguments) {
        Ends ends = Ends.of(arguments, 1);
        double probability = arguments.number(0);
        return probability >= 0 && probability <= 1 ? ends.min + probability * (ends.max - ends.min) : Double.NaN;
    }

    private static Double sampleUniform(Arguments arguments, EvaluationScope scope) {
        Ends ends = Ends.of(arguments, 0);
        return ends.min + (ends.max - ends.min) * scope.random().uniform();
    }
}
