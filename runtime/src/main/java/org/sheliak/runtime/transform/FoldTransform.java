package org.sheliak.runtime.transform;

import java.util.List;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Makes a row of each field: n rows and m fields give n * m new rows, each a copy of its row with the field's name in
/// `key` and its value in `value`. The rows of one row stand together.
///
/// Source: vega-transforms/src/Fold.js @ v6.4.0.
final class FoldTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> fields;

    FoldTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("fields");
        this.fields = parameters.presentFields("fields");
    }

    @Override
    public TransformResult apply(Table input) {
        int[] rows = new int[Math.multiplyExact(input.rowCount(), fields.size())];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i / fields.size();
        }
        try (ColumnList values = ColumnList.read(fields, input, parameters.allocator());
                OutputColumns output = new OutputColumns()) {
            input.columns().forEach((name, column) -> output.put(name, column.gather(rows, parameters.allocator())));
            output.put(parameters.as(0, "key"), keys(rows.length));
            output.put(parameters.as(1, "value"), values(values.columns(), rows));
            return TransformResult.of(output.build(rows.length));
        }
    }

    private Column keys(int length) {
        ColumnBuilder keys = new ColumnBuilder(length);
        for (int i = 0; i < length; i++) {
            String name = fields.get(i % fields.size()).name();
            keys.append(name == null ? Undefined.UNDEFINED : name);
        }
        return keys.build(parameters.allocator());
    }

    private Column values(List<Column> columns, int[] rows) {
        ColumnBuilder values = new ColumnBuilder(rows.length);
        for (int i = 0; i < rows.length; i++) {
            values.append(columns.get(i % columns.size()).value(rows[i]));
        }
        return values.build(parameters.allocator());
    }
}
