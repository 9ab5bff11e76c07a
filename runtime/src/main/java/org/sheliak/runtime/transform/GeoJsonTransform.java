package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Gathers the features of all rows, or their points, into one GeoJSON object, to which the signal is set. The
/// rows stay as they are.
///
/// Source: vega-geo/src/GeoJSON.js @ v6.4.0.
final class GeoJsonTransform implements Transform {
    private final Parameters parameters;
    private final @Nullable List<@Nullable FieldAccess> fields;
    private final @Nullable FieldAccess geojson;

    GeoJsonTransform(Parameters parameters) {
        this.parameters = parameters;
        this.fields = parameters.fields("fields");
        this.geojson = parameters.field("geojson");
    }

    @Override
    public TransformResult apply(Table input) {
        List<@Nullable Object> features = new ArrayList<>();
        if (geojson != null) {
            addValues(geojson, input, features);
        } else if (fields == null) {
            addRows(input, features);
        }
        FieldAccess longitude = AggregationParameters.element(fields, 0);
        FieldAccess latitude = AggregationParameters.element(fields, 1);
        if (longitude != null && latitude != null) {
            features.add(object("Feature", "geometry", points(longitude, latitude, input)));
        }
        return TransformResult.of(input.share(), object("FeatureCollection", "features", features));
    }

    private void addValues(FieldAccess field, Table input, List<@Nullable Object> features) {
        try (Column column = field.read(input, parameters.allocator())) {
            for (int row = 0; row < column.length(); row++) {
                features.add(column.value(row));
            }
        }
    }

    private static void addRows(Table input, List<@Nullable Object> features) {
        RowView view = new RowView(input);
        for (int row = 0; row < input.rowCount(); row++) {
            features.add(view.at(row).toObject());
        }
    }

    private Map<String, @Nullable Object> points(FieldAccess longitude, FieldAccess latitude, Table input) {
        List<List<Double>> coordinates = new ArrayList<>();
        try (Column x = longitude.read(input, parameters.allocator());
                Column y = latitude.read(input, parameters.allocator())) {
            double[] numbersX = NumberValues.plus(x);
            double[] numbersY = NumberValues.plus(y);
            for (int row = 0; row < input.rowCount(); row++) {
                boolean isThere = !Coercion.isNullish(x.value(row)) && !Coercion.isNullish(y.value(row));
                if (isThere && !Double.isNaN(numbersX[row]) && !Double.isNaN(numbersY[row])) {
                    coordinates.add(List.of(numbersX[row], numbersY[row]));
                }
            }
        }
        return object("MultiPoint", "coordinates", coordinates);
    }

    private static Map<String, @Nullable Object> object(String type, String name, Object member) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put(name, member);
        return object;
    }
}
