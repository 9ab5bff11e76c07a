package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;

/// Pairs each row with each: n rows to n * n new rows with two objects, less those that the filter leaves out.
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
        Table pairs = pairs(input);
        if (filter == null) {
            return TransformResult.of(pairs);
        }
        try (pairs;
                Table kept = pairs.gather(filter.select(pairs), parameters.allocator())) {
            return TransformResult.of(kept.renewed());
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
