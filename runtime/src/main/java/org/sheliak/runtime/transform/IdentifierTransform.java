package org.sheliak.runtime.transform;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Numbers the rows from 1 in the column `as`; a value that is there already and is true to JavaScript stays.
///
/// Differs from Vega: its counter runs on over all data sets of a view, this one starts anew for each.
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
        if (existing == null) {
            return TransformResult.of(input.with(as, fresh(input.rowCount())));
        }
        @Nullable Object[] ids = new Object[input.rowCount()];
        double next = 0;
        for (int row = 0; row < ids.length; row++) {
            Object value = existing.value(row);
            ids[row] = Coercion.toBoolean(value) ? value : Double.valueOf(++next);
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(as, ids, parameters.allocator());
            return TransformResult.of(output.build(input));
        }
    }

    private Column fresh(int rowCount) {
        double[] ids = new double[rowCount];
        for (int row = 0; row < rowCount; row++) {
            ids[row] = row + 1;
        }
        return NumberColumn.of(ids, rowCount, parameters.allocator());
    }
}
