package org.sheliak.runtime.expression.function;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Power;

/// Functions of numbers.
///
/// V8 takes its elementary functions from fdlibm, as [StrictMath] does, so the last digit agrees where that is exact.
///
/// Source: vega-expression/src/functions.js @ v6.4.0; ECMA-262 (2024), 21.3.2.
public final class MathFunctions {
    private MathFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of(
                        "isNaN", (arguments, _) -> arguments.get(0) instanceof Double number && number.isNaN()),
                FunctionDefinition.of(
                        "isFinite",
                        (arguments, _) -> arguments.get(0) instanceof Double number && Double.isFinite(number)),
                unary("abs", Math::abs),
                unary("acos", StrictMath::acos),
                unary("asin", StrictMath::asin),
                unary("atan", StrictMath::atan),
                binary("atan2", StrictMath::atan2),
                unary("ceil", Math::ceil),
                unary("cos", StrictMath::cos),
                unary("exp", StrictMath::exp),
                unary("floor", Math::floor),
                FunctionDefinition.of("hypot", (arguments, _) -> hypot(arguments)),
                unary("log", StrictMath::log),
                FunctionDefinition.of("max", (arguments, _) -> fold(arguments, Double.NEGATIVE_INFINITY, Math::max)),
                FunctionDefinition.of("min", (arguments, _) -> fold(arguments, Double.POSITIVE_INFINITY, Math::min)),
                binary("pow", MathFunctions::pow),
                FunctionDefinition.of("random", (_, scope) -> scope.random().uniform())
                        .varying(),
                unary("round", Operations::round),
                unary("sin", StrictMath::sin),
                unary("sqrt", Math::sqrt),
                unary("tan", StrictMath::tan),
                FunctionDefinition.of(
                                "clamp",
                                (arguments, _) -> clamp(arguments.number(0), arguments.number(1), arguments.number(2)))
                        .exactly(3));
    }

    static FunctionDefinition unary(String name, DoubleUnaryOperator operator) {
        return FunctionDefinition.of(name, (arguments, _) -> operator.applyAsDouble(arguments.number(0)));
    }

    private static FunctionDefinition binary(String name, DoubleBinaryOperator operator) {
        return FunctionDefinition.of(
                name, (arguments, _) -> operator.applyAsDouble(arguments.number(0), arguments.number(1)));
    }

    private static Double fold(Arguments arguments, double start, DoubleBinaryOperator operator) {
        double result = start;
        for (int i = 0; i < arguments.count(); i++) {
            result = operator.applyAsDouble(result, arguments.number(i));
        }
        return result;
    }

    /// Scaled by the greatest argument, with a compensated sum, as V8 does it.
    static Double hypot(Arguments arguments) {
        double greatest = 0;
        boolean hasNaN = false;
        for (int i = 0; i < arguments.count(); i++) {
            double number = Math.abs(arguments.number(i));
            hasNaN |= Double.isNaN(number);
            greatest = number > greatest ? number : greatest;
        }
        if (greatest == Double.POSITIVE_INFINITY || hasNaN || greatest == 0) {
            return greatest == Double.POSITIVE_INFINITY ? greatest : hasNaN ? Double.NaN : 0;
        }
        double sum = 0;
        double compensation = 0;
        for (int i = 0; i < arguments.count(); i++) {
            double ratio = Math.abs(arguments.number(i)) / greatest;
            double summand = ratio * ratio - compensation;
            double preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }
        return Math.sqrt(sum) * greatest;
    }

    /// `Math.pow`.
    public static double pow(double base, double exponent) {
        return Power.of(base, exponent);
    }

    /// `Math.max(low, Math.min(high, number))`.
    public static double clamp(double number, double low, double high) {
        return Math.max(low, Math.min(high, number));
    }
}
