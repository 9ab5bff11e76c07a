package org.sheliak.runtime.transform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// A parameter that may differ from row to row: a constant, or `{"expr": expression}` or `{"field": name}` of the row.
///
/// Source: `expr: true` of vega-parser/src/parsers/transform.js @ v6.4.0.
final class RowValues implements AutoCloseable {
    private final @Nullable Object constant;
    private final @Nullable Column column;

    private RowValues(@Nullable Object constant, @Nullable Column column) {
        this.constant = constant;
        this.column = column;
    }

    /// The parameter's values for the rows of a table. Caller closes.
    static RowValues of(Parameters parameters, String name, Table table) {
        boolean isAccessor = parameters.json(name) instanceof JsonObject object
                && (object.get("expr") != null || object.get("field") != null);
        return isAccessor
                ? new RowValues(null, parameters.requiredField(name).read(table, parameters.allocator()))
                : new RowValues(parameters.value(name), null);
    }

    /// The value for a row; the fallback where a constant is absent or falsy.
    @Nullable
    Object ofRow(int row, Supplier<@Nullable Object> fallback) {
        if (column != null) {
            return column.value(row);
        }
        return Coercion.toBoolean(constant) ? constant : fallback.get();
    }

    @Override
    public void close() {
        if (column != null) {
            column.close();
        }
    }
}
