package org.sheliak.runtime.transform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.geo.Projection;
import org.sheliak.runtime.geo.Projections;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Writes the place on a map to each row: n rows to n rows. A point that the map does not show has undefined places.
/// The parameter `projection` is the projection itself, an object, where a spec has its name.
///
/// Source: vega-geo/src/GeoPoint.js @ v6.4.0.
final class GeoPointTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> fields;

    GeoPointTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("projection");
        parameters.require("fields");
        this.fields = parameters.presentFields("fields");
        if (fields.size() < 2) {
            throw parameters.invalid("expected two \"fields\", found " + fields.size());
        }
    }

    @Override
    public TransformResult apply(Table input) {
        Projection projection = projection();
        double[] longitudes = numbers(fields.get(0), input);
        double[] latitudes = numbers(fields.get(1), input);
        @Nullable Object[] x = new Object[input.rowCount()];
        @Nullable Object[] y = new Object[input.rowCount()];
        for (int row = 0; row < x.length; row++) {
            double[] point = projection.project(longitudes[row], latitudes[row]);
            x[row] = point == null ? Undefined.UNDEFINED : (Object) point[0];
            y[row] = point == null ? Undefined.UNDEFINED : (Object) point[1];
        }
        try (OutputColumns output = new OutputColumns(input)) {
            output.put(parameters.as(0, "x"), x, parameters.allocator());
            output.put(parameters.as(1, "y"), y, parameters.allocator());
            return TransformResult.of(output.build(input));
        }
    }

    private Projection projection() {
        if (parameters.value("projection") instanceof Map<?, ?> members) {
            return parameters.located("projection", () -> Projections.of(members));
        }
        throw parameters.invalid("expected a projection as an object, found " + parameters.value("projection"));
    }

    private double[] numbers(FieldAccess field, Table input) {
        try (Column column = field.read(input, parameters.allocator())) {
            return NumberValues.plus(column);
        }
    }
}
