package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Easing: what part of a transition is done at a part of its time.
///
/// Source: d3-ease/src/*.js @ v3.0; vega-functions/src/functions/ease.js @ v6.4.0.
final class EaseFunctions {
    private static final double EXPONENT = 3;
    private static final double OVERSHOOT = 1.70158;
    private static final double PERIOD = 0.3 / (2 * Math.PI);
    private static final double PHASE = StrictMath.asin(1) * PERIOD;
    private static final double BOUNCE = 1 / (4.0 / 11) / (4.0 / 11);

    private EaseFunctions() {}

    static List<FunctionDefinition> all() {
        List<FunctionDefinition> functions = new ArrayList<>();
        functions.add(MathFunctions.unary("easeLinear", t -> t));
        add(functions, "easeQuad", t -> t * t, t -> t * (2 - t), EaseFunctions::quadInOut);
        add(functions, "easeCubic", t -> t * t * t, t -> cube(t - 1) + 1, EaseFunctions::cubicInOut);
        add(
                functions,
                "easePoly",
                t -> MathFunctions.pow(t, EXPONENT),
                t -> 1 - MathFunctions.pow(1 - t, EXPONENT),
                EaseFunctions::polyInOut);
        add(
                functions,
                "easeSin",
                t -> t == 1 ? 1 : 1 - StrictMath.cos(t * (Math.PI / 2)),
                t -> StrictMath.sin(t * (Math.PI / 2)),
                t -> (1 - StrictMath.cos(Math.PI * t)) / 2);
        add(functions, "easeExp", t -> decay(1 - t), t -> 1 - decay(t), EaseFunctions::expInOut);
        add(
                functions,
                "easeCircle",
                t -> 1 - Math.sqrt(1 - t * t),
                t -> Math.sqrt(1 - (t - 1) * (t - 1)),
                EaseFunctions::circleInOut);
        add(functions, "easeBounce", t -> 1 - bounceOut(1 - t), EaseFunctions::bounceOut, EaseFunctions::bounceInOut);
        add(functions, "easeBack", EaseFunctions::backIn, EaseFunctions::backOut, EaseFunctions::backInOut);
        add(functions, "easeElastic", EaseFunctions::elasticIn, EaseFunctions::elasticOut, EaseFunctions::elasticInOut);
        return functions;
    }

    /// The plain name stands for the form that d3 takes for the usual one.
    private static void add(
            List<FunctionDefinition> functions,
            String name,
            DoubleUnaryOperator in,
            DoubleUnaryOperator out,
            DoubleUnaryOperator inOut) {
        boolean isOut = name.equals("easeBounce") || name.equals("easeElastic");
        functions.add(MathFunctions.unary(name, isOut ? out : inOut));
        functions.add(MathFunctions.unary(name + "In", in));
        functions.add(MathFunctions.unary(name + "Out", out));
        functions.add(MathFunctions.unary(name + "InOut", inOut));
    }

    private static double cube(double t) {
        return t * t * t;
    }

    private static double quadInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? t * t : (t - 1) * (2 - (t - 1)) + 1) / 2;
    }

    private static double cubicInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? cube(t) : cube(t - 2) + 2) / 2;
    }

    private static double polyInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? MathFunctions.pow(t, EXPONENT) : 2 - MathFunctions.pow(2 - t, EXPONENT)) / 2;
    }

    /// Two to the power of minus ten times `x`, scaled to [0, 1].
    private static double decay(double x) {
        return (MathFunctions.pow(2, -10 * x) - 0.0009765625) * 1.0009775171065494;
    }

    private static double expInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? decay(1 - t) : 2 - decay(t - 1)) / 2;
    }

    private static double circleInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? 1 - Math.sqrt(1 - t * t) : Math.sqrt(1 - (t - 2) * (t - 2)) + 1) / 2;
    }

    private static double bounceOut(double t) {
        if (t < 4.0 / 11) {
            return BOUNCE * t * t;
        }
        if (t < 8.0 / 11) {
            return bounce(t - 6.0 / 11) + 3.0 / 4;
        }
        return t < 10.0 / 11 ? bounce(t - 9.0 / 11) + 15.0 / 16 : bounce(t - 21.0 / 22) + 63.0 / 64;
    }

    private static double bounce(double t) {
        return BOUNCE * t * t;
    }

    private static double bounceInOut(double time) {
        double t = time * 2;
        return (t <= 1 ? 1 - bounceOut(1 - t) : bounceOut(t - 1) + 1) / 2;
    }

    private static double backIn(double t) {
        return t * t * (OVERSHOOT * (t - 1) + t);
    }

    private static double backOut(double time) {
        double t = time - 1;
        return t * t * ((t + 1) * OVERSHOOT + t) + 1;
    }

    private static double backInOut(double time) {
        double t = time * 2;
        if (t < 1) {
            return t * t * ((OVERSHOOT + 1) * t - OVERSHOOT) / 2;
        }
        t -= 2;
        return (t * t * ((OVERSHOOT + 1) * t + OVERSHOOT) + 2) / 2;
    }

    private static double elasticIn(double time) {
        double t = time - 1;
        return decay(-t) * StrictMath.sin((PHASE - t) / PERIOD);
    }

    private static double elasticOut(double t) {
        return 1 - decay(t) * StrictMath.sin((t + PHASE) / PERIOD);
    }

    private static double elasticInOut(double time) {
        double t = time * 2 - 1;
        return (t < 0
                        ? decay(-t) * StrictMath.sin((PHASE - t) / PERIOD)
                        : 2 - decay(t) * StrictMath.sin((PHASE + t) / PERIOD))
                / 2;
    }
}
