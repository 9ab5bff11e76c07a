package org.sheliak.runtime.transform;

import org.sheliak.runtime.table.Table;

/// Keeps the rows for which an expression is true to JavaScript, in their order.
///
/// Source: vega-transforms/src/Filter.js @ v6.4.0.
final class FilterTransform implements Transform {
    private final Parameters parameters;
    private final RowExpression expression;

    FilterTransform(Parameters parameters) {
        this.parameters = parameters;
        this.expression = parameters.requiredExpression("expr");
    }

    @Override
    public TransformResult apply(Table input) {
        int[] rows = expression.select(input);
        boolean all = rows.length == input.rowCount();
        return TransformResult.of(all ? input.share() : input.gather(rows, parameters.allocator()));
    }
}
