package org.sheliak.runtime.transform;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;

/// Sorts the rows; ties stand in the order in which the rows came to be, not in their current one.
///
/// Source: vega-transforms/src/Collect.js @ v6.4.0.
final class CollectTransform implements Transform {
    private final Parameters parameters;
    private final @Nullable SortOrder sort;

    CollectTransform(Parameters parameters) {
        this.parameters = parameters;
        this.sort = parameters.sort("sort");
    }

    @Override
    public TransformResult apply(Table input) {
        if (sort == null) {
            return TransformResult.of(input.share());
        }
        int[] rows = RowOrders.sorted(sort, input, parameters.allocator(), parameters.zone());
        return TransformResult.of(input.gather(rows, parameters.allocator()));
    }
}
