package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// What a transform refers to.
///
/// @param expressions what the expressions among its parameters refer to
/// @param data other data sets that it reads rows of, with the columns that it reads of each
/// @param columns columns of its input that it reads
/// @param written columns that it writes
/// @param effect what happens to the columns of its input
public record TransformReferences(
        ExpressionReferences expressions,
        Map<String, ColumnUsage> data,
        ColumnUsage columns,
        Set<String> written,
        Effect effect) {

    private static final List<String> ROW_OPERATIONS = List.of("argmin", "argmax", "values");

    /// The references of a transform.
    public static TransformReferences of(
            TransformSpec transform, ExpressionReader reader, SelectionFields selectionFields) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        ExpressionReferences expressions = reader.in(transform.json().without("signal"));
        if (definition == null) {
            return new TransformReferences(expressions, Map.of(), ColumnUsage.ALL, Set.of(), Effect.READS_ROWS);
        }
        ColumnUsage columns = expressions.columns(selectionFields);
        for (TransformDefinition.Parameter parameter : definition.parameters()) {
            if (parameter.kind() == Kind.FIELD || parameter.kind() == Kind.COMPARE) {
                columns = columns.plus(fields(transform.json().get(parameter.name())));
            } else if (parameter.kind() == Kind.OBJECT) {
                columns = columns.plus(nestedFields(transform.json().get(parameter.name())));
            }
        }
        // In a task graph a resolvefilter has the crossfilter's ranges.
        if (definition.type().equals("resolvefilter") && transform.json().get("filter") instanceof JsonObject ranges) {
            columns = columns.plus(fields(ranges.get("fields")));
        }
        return new TransformReferences(
                expressions,
                data(definition, transform.json()),
                keepsRows(transform.json()) ? ColumnUsage.ALL : columns,
                TransformColumns.written(definition, transform.json()),
                effect(definition, transform.json()));
    }

    /// The data sets that a transform names besides those in its expressions.
    public static Set<String> data(TransformSpec transform) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        return definition == null
                ? Set.of()
                : data(definition, transform.json()).keySet();
    }

    /// All data sets that the transform reads besides its input, with the columns that it reads of each.
    public Map<String, ColumnUsage> allData() {
        Map<String, ColumnUsage> all = new LinkedHashMap<>(data);
        expressions.data().forEach((name, read) -> all.merge(name, read, ColumnUsage::plus));
        return all;
    }

    /// The columns of the input that matter when these columns of the output do.
    public ColumnUsage before(ColumnUsage after) {
        return switch (effect) {
            case READS_ROWS -> ColumnUsage.ALL;
            case REPLACES_COLUMNS -> columns;
            case KEEPS_COLUMNS -> after.minus(written).plus(columns);
        };
    }

    /// True when a measure is a row, or a list of rows, of the input.
    private static boolean keepsRows(JsonObject transform) {
        for (String parameter : List.of("op", "ops")) {
            JsonValue value = transform.get(parameter);
            List<String> operations = value == null ? List.of() : texts(value);
            for (String operation : ROW_OPERATIONS) {
                if (operations.contains(operation)) {
                    return true;
                }
            }
            if (holdsObject(value)) {
                return true;
            }
        }
        return false;
    }

    /// Only a signal's value says which operation it means.
    private static boolean holdsObject(@Nullable JsonValue value) {
        return value instanceof JsonObject
                || (value instanceof JsonArray array
                        && array.elements().stream().anyMatch(TransformReferences::holdsObject));
    }

    private static Effect effect(TransformDefinition definition, JsonObject transform) {
        return switch (definition.type()) {
            case "project" -> transform.get("fields") == null ? Effect.KEEPS_COLUMNS : definition.effect();
            // Without fields, rows count as pairs of numbers.
            case "contour" ->
                transform.get("x") == null || transform.get("y") == null ? Effect.READS_ROWS : definition.effect();
            case "geojson" ->
                transform.get("fields") == null && transform.get("geojson") == null
                        ? definition.effect()
                        : Effect.KEEPS_COLUMNS;
            default -> definition.effect();
        };
    }

    /// The columns that a field parameter reads: a name, `{"field": name}`, a list of these, a comparison.
    static ColumnUsage fields(@Nullable JsonValue value) {
        return switch (value) {
            case null -> ColumnUsage.NONE;
            case JsonNull ignored -> ColumnUsage.NONE;
            case JsonString name -> FieldNames.usage(name.value());
            case JsonArray array -> {
                ColumnUsage columns = ColumnUsage.NONE;
                for (JsonValue element : array.elements()) {
                    columns = columns.plus(fields(element));
                }
                yield columns;
            }
            case JsonObject object when object.get("signal") != null -> ColumnUsage.ALL;
            case JsonObject object when object.get("expr") != null -> ColumnUsage.NONE;
            case JsonObject object -> fields(object.get("field"));
            default -> ColumnUsage.ALL;
        };
    }

    private static Map<String, ColumnUsage> data(TransformDefinition definition, JsonObject transform) {
        Map<String, ColumnUsage> data = new LinkedHashMap<>();
        for (TransformDefinition.Parameter parameter : definition.parameters()) {
            JsonValue value = transform.get(parameter.name());
            if (value == null) {
                continue;
            }
            if (parameter.kind() == Kind.DATA) {
                texts(value)
                        .forEach(name -> data.merge(name, foreignColumns(definition, transform), ColumnUsage::plus));
            } else if (parameter.kind() == Kind.OBJECT) {
                nestedData(value).forEach(name -> data.merge(name, ColumnUsage.ALL, ColumnUsage::plus));
            }
        }
        return data;
    }

    private static ColumnUsage foreignColumns(TransformDefinition definition, JsonObject transform) {
        ColumnUsage columns = ColumnUsage.NONE;
        boolean namesColumns = false;
        for (TransformDefinition.Parameter parameter : definition.parameters()) {
            if (parameter.kind() == Kind.FOREIGN_FIELD) {
                namesColumns = true;
                // A lookup without `values` attaches the whole row.
                columns = columns.plus(
                        transform.get(parameter.name()) == null
                                ? ColumnUsage.ALL
                                : fields(transform.get(parameter.name())));
            }
        }
        return namesColumns ? columns : ColumnUsage.ALL;
    }

    /// Names of data sets in nested parameters: `distribution.from` of density, `forces[].links` of force.
    private static Set<String> nestedData(JsonValue value) {
        Set<String> names = new LinkedHashSet<>();
        switch (value) {
            case JsonArray array -> array.elements().forEach(element -> names.addAll(nestedData(element)));
            case JsonObject object -> {
                for (String key : List.of("from", "links")) {
                    if (Members.text(object, key) instanceof String name) {
                        names.add(name);
                    }
                }
                object.members().values().forEach(member -> names.addAll(nestedData(member)));
            }
            default -> {}
        }
        return names;
    }

    /// Columns in nested parameters: `distribution.field` of density, unless it is one of other rows.
    private static ColumnUsage nestedFields(@Nullable JsonValue value) {
        ColumnUsage columns = ColumnUsage.NONE;
        switch (value) {
            case JsonArray array -> {
                for (JsonValue element : array.elements()) {
                    columns = columns.plus(nestedFields(element));
                }
            }
            case JsonObject object -> {
                columns = object.get("from") == null ? fields(object.get("field")) : columns;
                for (JsonValue member : object.members().values()) {
                    columns = columns.plus(nestedFields(member));
                }
            }
            case null, default -> {}
        }
        return columns;
    }

    private static List<String> texts(JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonString text) {
            texts.add(text.value());
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> texts.addAll(texts(element)));
        }
        return texts;
    }
}
