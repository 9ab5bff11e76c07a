package org.sheliak.planner.analysis;

import java.util.List;

/// Names of the expression language that are not signals.
///
/// Source: vega-expression/src/constants.js, vega-functions/src/codegen.js @ v6.4.0.
public final class ExpressionNames {
    /// The named numbers.
    public static final List<String> CONSTANTS =
            List.of("NaN", "E", "LN2", "LN10", "LOG2E", "LOG10E", "PI", "SQRT1_2", "SQRT2", "MIN_VALUE", "MAX_VALUE");

    /// What an expression is evaluated for: a row, an event, a mark's item.
    public static final List<String> CONTEXT = List.of("datum", "event", "item");

    private ExpressionNames() {}
}
