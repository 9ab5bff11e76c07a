package org.sheliak.runtime.transform;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Numbers the rows in the column `as`; a value that is there already and is true to JavaScript stays. Sets its signal
/// to the last number.
///
/// Vega's counter runs on over all data sets of a view. Here the planner tells where each begins: the numbers follow
/// the one in `start`, or 0.
///
/// Source: vega-view-transforms/src/Identifier.js @ v6.4.0.
final class IdentifierTransform implements Transform {
    private final Parameters parameters;
    private final String as;

    IdentifierTransform(Parameters parameters) {
        this.parameters = parameters;
        this.as = parameters.requiredText("as");
    }

    @Override
    public TransformResult apply(Table input) {
        Column existing = input.column(as);
        double start = parameters.number("start", 0);
        if (existing == null) {
            return TransformResult.of(input.with(as, fresh(start, input.rowCount())), start + input.rowCount());
        }
        @Nullable Object[] ids = new Object[input.rowCount()];
        double next = start;
        for (int row = 0; row < ids.length; row++) {
            Object value = existing.value(row);
            ids[row] = Coercion.toBoolean(value) ? value : Double.valueOf(++next);
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(as, ids, parameters.allocator());
            return TransformResult.of(output.build(input), next);
        }
    }

    private Column fresh(double start, int rowCount) {
        double[] ids = new double[rowCount];
        for (int row = 0; row < rowCount; row++) {
            ids[row] = start + row + 1;
        }
        return NumberColumn.of(ids, rowCount, parameters.allocator());
    }
}
