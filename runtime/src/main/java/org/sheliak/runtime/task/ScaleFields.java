package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task.Transform;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.task.DomainOrder.Weighed;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Reads fields of data sets for the domains of scales, with the transforms that Vega puts behind the data set.
///
/// @param context has the tables of the data sets
record ScaleFields(EvaluationContext context) {
    private static final String VALUE = "value";

    /// A field of a data set, or a list of values.
    ///
    /// @param literals `null` for a field of a data set
    record Part(
            @Nullable String data,
            JsonValue field,
            @Nullable List<@Nullable Object> literals) {
        /// The field in which the elements of a list stand.
        static final String VALUE_FIELD = "data";
    }

    /// The least and the greatest number; undefined both when there is none.
    List<@Nullable Object> extent(Part part) {
        JsonObject extent = transform("extent").with("field", part.field);
        return apply(
                part, extent, result -> result.value() instanceof List<?> list ? new ArrayList<>(list) : List.of());
    }

    /// The value of each row.
    List<@Nullable Object> values(Part part) {
        JsonObject project =
                transform("project").with("fields", list(part.field)).with("as", list(new JsonString(VALUE)));
        return apply(part, project, result -> column(result.table(), VALUE));
    }

    /// Each value once, in order of first appearance, with what it is sorted by.
    List<Weighed> distinct(Part part, DomainOrder order) {
        // Longer than the name of the key's column, which comes from the field.
        String weight = "weight of " + part.field;
        JsonObject aggregate = transform("aggregate")
                .with("groupby", list(part.field))
                .with("ops", list(new JsonString(order.operation())))
                .with("fields", list(order.field() == null ? JsonNull.INSTANCE : order.field()))
                .with("as", list(new JsonString(weight)));
        return apply(part, aggregate, result -> {
            List<@Nullable Object> keys =
                    column(result.table(), result.table().columns().firstEntry().getKey());
            List<@Nullable Object> weights = column(result.table(), weight);
            List<Weighed> weighed = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                weighed.add(new Weighed(keys.get(i), weights.get(i)));
            }
            return weighed;
        });
    }

    private <T> List<T> apply(Part part, JsonObject definition, Function<TransformResult, List<T>> reader) {
        Transform transform = new Transform(definition, "");
        if (part.literals != null) {
            try (Table rows = rows(part.literals);
                    TransformResult result = Transforms.apply(transform, rows, context)) {
                return reader.apply(result);
            }
        }
        Table table = part.data == null ? null : context.data(part.data);
        if (table == null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "there is no data set \"" + part.data + "\" for the domain of a scale");
        }
        try (TransformResult result = Transforms.apply(transform, table, context)) {
            return reader.apply(result);
        }
    }

    private Table rows(List<@Nullable Object> values) {
        TableBuilder rows = new TableBuilder();
        for (Object value : values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(Part.VALUE_FIELD, value);
            rows.append(value instanceof Map<?, ?> ? value : row);
        }
        return rows.build(context.allocator());
    }

    private static List<@Nullable Object> column(Table table, String name) {
        Column column = table.column(name);
        List<@Nullable Object> values = new ArrayList<>(table.rowCount());
        for (int row = 0; column != null && row < table.rowCount(); row++) {
            values.add(column.value(row));
        }
        return values;
    }

    private static JsonObject transform(String type) {
        return JsonObject.EMPTY.with("type", new JsonString(type));
    }

    private static JsonArray list(JsonValue element) {
        return new JsonArray(List.of(element));
    }
}
