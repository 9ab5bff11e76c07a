package org.sheliak.runtime.expression;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.LiteralValue;
import org.sheliak.runtime.value.RegExpValue;

/// Values that stand in an expression: literals and the constants that have names.
///
/// Source: vega-expression/src/constants.js @ v6.4.0.
final class Constants {
    private Constants() {}

    /// The constant of this name, or `null`.
    static @Nullable Double named(String name) {
        return switch (name) {
            case "NaN" -> Double.NaN;
            case "E" -> Math.E;
            case "LN2" -> 0.6931471805599453;
            case "LN10" -> 2.302585092994046;
            case "LOG2E" -> 1.4426950408889634;
            case "LOG10E" -> 0.4342944819032518;
            case "PI" -> Math.PI;
            case "SQRT1_2" -> 0.7071067811865476;
            case "SQRT2" -> 1.4142135623730951;
            case "MIN_VALUE" -> Double.MIN_VALUE;
            case "MAX_VALUE" -> Double.MAX_VALUE;
            default -> null;
        };
    }

    static @Nullable Object value(LiteralValue literal) {
        return switch (literal) {
            case LiteralValue.NumberValue(double number) -> number;
            case LiteralValue.StringValue(String text) -> text;
            case LiteralValue.BooleanValue(boolean bool) -> bool;
            case LiteralValue.NullValue() -> null;
            case LiteralValue.RegExpValue(String pattern, String flags) -> new RegExpValue(pattern, flags);
        };
    }
}
