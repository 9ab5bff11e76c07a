package org.sheliak.runtime.scale;

import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.value.Power;

/// How a scale bends its domain before it is mapped to the range in a straight line, and back.
///
/// Source: d3-scale/src/log.js, pow.js, symlog.js @ v4.0; vega-util/src/transform.ts @ v6.4.0.
///
/// @param lift from the domain
/// @param ground back to the domain
public record NumberTransform(DoubleUnaryOperator lift, DoubleUnaryOperator ground) {
    private static final double HALF = 0.5;

    /// Nothing is bent.
    public static final NumberTransform IDENTITY = new NumberTransform(x -> x, x -> x);

    private static final NumberTransform SQUARE_ROOT =
            new NumberTransform(x -> x < 0 ? -Math.sqrt(-x) : Math.sqrt(x), x -> x < 0 ? -x * x : x * x);

    /// The logarithm of positive numbers, or that of negative ones mirrored.
    ///
    /// @param start any number of the domain
    static NumberTransform log(double start) {
        return start < 0
                ? new NumberTransform(x -> -StrictMath.log(-x), x -> -StrictMath.exp(-x))
                : new NumberTransform(StrictMath::log, StrictMath::exp);
    }

    /// The power of a scale's domain.
    static NumberTransform pow(double exponent) {
        if (exponent == 1) {
            return IDENTITY;
        }
        return exponent == HALF ? SQUARE_ROOT : signedPow(exponent);
    }

    /// A power that keeps the sign.
    public static NumberTransform signedPow(double exponent) {
        return new NumberTransform(x -> signedPow(x, exponent), x -> signedPow(x, 1 / exponent));
    }

    private static double signedPow(double x, double exponent) {
        return x < 0 ? -Power.of(-x, exponent) : Power.of(x, exponent);
    }

    /// A logarithm that is straight near zero.
    public static NumberTransform symlog(double constant) {
        return new NumberTransform(
                x -> Math.signum(x) * StrictMath.log1p(Math.abs(x / constant)),
                x -> Math.signum(x) * StrictMath.expm1(Math.abs(x)) * constant);
    }

    /// The logarithm as seen when zooming: it takes the sign of the domain's start away.
    public static NumberTransform zoomLog(double start) {
        double sign = Math.signum(start);
        return new NumberTransform(x -> StrictMath.log(sign * x), x -> sign * StrictMath.exp(x));
    }
}
