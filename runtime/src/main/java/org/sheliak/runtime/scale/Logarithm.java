package org.sheliak.runtime.scale;

import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.Power;

/// Powers of a base, and the exponents of numbers. Where the domain is negative, both are mirrored.
///
/// Source: d3-scale/src/log.js @ v4.0.
///
/// @param exponent of a number
/// @param power of an exponent
record Logarithm(DoubleUnaryOperator exponent, DoubleUnaryOperator power) {

    /// @param start any number of the domain
    static Logarithm of(double base, double start) {
        DoubleUnaryOperator exponent = exponents(base);
        DoubleUnaryOperator power = powers(base);
        return start < 0
                ? new Logarithm(x -> -exponent.applyAsDouble(-x), x -> -power.applyAsDouble(-x))
                : new Logarithm(exponent, power);
    }

    private static DoubleUnaryOperator powers(double base) {
        if (base == 10) {
            return x -> Double.isFinite(x) ? NumberText.parse("1e" + NumberText.toText(x)) : x < 0 ? 0 : x;
        }
        return base == Math.E ? StrictMath::exp : x -> Power.of(base, x);
    }

    private static DoubleUnaryOperator exponents(double base) {
        if (base == Math.E) {
            return StrictMath::log;
        }
        if (base == 10) {
            return StrictMath::log10;
        }
        if (base == 2) {
            return BinaryLogarithm::of;
        }
        double logarithm = StrictMath.log(base);
        return x -> StrictMath.log(x) / logarithm;
    }
}
