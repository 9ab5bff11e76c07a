package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Finds the least and greatest number of a field: the rows stay as they are, the signal is `[min, max]`.
/// Null, undefined, empty strings and what is no number are left out; two undefined where that leaves no finite extent.
///
/// Source: vega-transforms/src/Extent.js @ v6.4.0.
final class ExtentTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;

    ExtentTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
    }

    @Override
    public TransformResult apply(Table input) {
        NumberValues values;
        try (Column column = field.read(input, parameters.allocator())) {
            values = NumberValues.of(column);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean hasNulls = !values.nulls().isEmpty();
        for (int row = 0; row < values.numbers().length; row++) {
            double number = values.numbers()[row];
            if (!hasNulls || !values.nulls().get(row)) {
                min = number < min ? number : min;
                max = number > max ? number : max;
            }
        }
        boolean finite = Double.isFinite(min) && Double.isFinite(max);
        @Nullable
        Object[] extent = finite ? new Object[] {min, max} : new Object[] {Undefined.UNDEFINED, Undefined.UNDEFINED};
        return TransformResult.of(input.share(), Arrays.asList(extent));
    }
}
