package org.sheliak.runtime.transform;

import org.sheliak.runtime.table.Table;

/// Writes the value of an expression to the column `as`. On a first run `initonly` makes no difference.
///
/// Source: vega-transforms/src/Formula.js @ v6.4.0.
final class FormulaTransform implements Transform {
    private final RowExpression expression;
    private final String as;

    FormulaTransform(Parameters parameters) {
        this.expression = parameters.requiredExpression("expr");
        this.as = parameters.requiredText("as");
    }

    @Override
    public TransformResult apply(Table input) {
        return TransformResult.of(input.with(as, expression.column(input)));
    }
}
