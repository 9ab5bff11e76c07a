package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;

/// Pairs each row with each: n rows to n * n new rows with two objects, less those that the filter leaves out.
/// A filter that reads a signal fails, as in Vega, which does not give it any.
///
/// Source: vega-transforms/src/Cross.js @ v6.4.0.
final class CrossTransform implements Transform {
    private final Parameters parameters;
    private final @Nullable RowExpression filter;

    CrossTransform(Parameters parameters) {
        this.parameters = parameters;
        this.filter = parameters.expression("filter");
    }

    @Override
    public TransformResult apply(Table input) {
        if (filter != null && input.rowCount() > 0) {
            requireNoSignals(filter);
        }
        Table pairs = pairs(input);
        if (filter == null || pairs.rowCount() == 0) {
            return TransformResult.of(pairs);
        }
        try (pairs;
                Table kept = pairs.gather(filter.select(pairs), parameters.allocator())) {
            return TransformResult.of(kept.renewed());
        }
    }

    private void requireNoSignals(RowExpression expression) {
        Set<String> signals =
                ExpressionReferences.of(expression.compiled().expression()).signals();
        if (!signals.isEmpty()) {
            throw parameters.invalid("the filter of a cross reads the signals " + String.join(", ", signals)
                    + ", expected an expression of datum alone");
        }
    }

    private Table pairs(Table input) {
        int count = input.rowCount();
        int pairCount = Math.multiplyExact(count, count);
        RowView view = new RowView(input);
        Object[] rows = new Object[count];
        Arrays.setAll(rows, row -> view.at(row).toObject());
        @Nullable Object[] left = new Object[pairCount];
        @Nullable Object[] right = new Object[pairCount];
        for (int pair = 0; pair < pairCount; pair++) {
            left[pair] = rows[pair / count];
            right[pair] = rows[pair % count];
        }
        try (OutputColumns output = new OutputColumns()) {
            output.put(parameters.as(0, "a"), new ValueColumn(left));
            output.put(parameters.as(1, "b"), new ValueColumn(right));
            return output.build(pairCount);
        }
    }
}
