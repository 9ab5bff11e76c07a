package org.sheliak.runtime.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;

/// Copies chosen fields to new rows; all of them when no fields are given.
///
/// Source: vega-transforms/src/Project.js @ v6.4.0.
final class ProjectTransform implements Transform {
    private final Parameters parameters;
    private final @Nullable List<@Nullable FieldAccess> fields;

    ProjectTransform(Parameters parameters) {
        this.parameters = parameters;
        this.fields = parameters.fields("fields");
    }

    @Override
    public TransformResult apply(Table input) {
        if (fields == null) {
            return TransformResult.of(input.renewed());
        }
        List<FieldAccess> present = parameters.presentFields("fields");
        List<String> names = parameters.outputNames(present);
        try (OutputColumns output = new OutputColumns()) {
            for (int i = 0; i < present.size(); i++) {
                output.put(names.get(i), present.get(i).read(input, parameters.allocator()));
            }
            return TransformResult.of(output.build(input.rowCount()));
        }
    }
}
