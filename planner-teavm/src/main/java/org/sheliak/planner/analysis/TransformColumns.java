package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// Names of the columns that transforms write.
public final class TransformColumns {
    private TransformColumns() {}

    /// The columns that a transform of this type surely writes; none when Vega has no such transform.
    public static Set<String> written(String type, JsonObject transform) {
        TransformDefinition definition = TransformDefinitions.of(type);
        return definition == null ? new LinkedHashSet<>() : written(definition, transform);
    }

    /// The columns that a transform surely writes; a column that it may write is not among them.
    static Set<String> written(TransformDefinition definition, JsonObject transform) {
        Set<String> written = new LinkedHashSet<>(
                switch (definition.type()) {
                    case "aggregate" -> grouped(transform, measures(transform));
                    case "joinaggregate" -> measures(transform);
                    case "window" -> transform.get("ops") == null ? List.of() : measures(transform);
                    case "project" -> renamed(transform, "fields");
                    case "flatten" -> flatten(transform);
                    case "quantile", "kde" -> grouped(transform, declared(definition, transform));
                    case "loess" -> grouped(transform, curve(transform));
                    case "regression" -> regression(transform);
                    case "lookup" -> renamed(transform, "values");
                    default -> declared(definition, transform);
                });
        written.remove("");
        return written;
    }

    private static List<String> declared(TransformDefinition definition, JsonObject transform) {
        List<String> as = names(transform.get("as"));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < Math.max(as.size(), definition.outputs().size()); i++) {
            String given = i < as.size() ? as.get(i) : "";
            written.add(
                    given.isEmpty() && transform.get("as") == null
                            ? definition.outputs().get(i)
                            : given);
        }
        return written;
    }

    /// The fields that a transform groups by, and the columns that it makes.
    private static List<String> grouped(JsonObject transform, List<String> made) {
        List<String> written = new ArrayList<>();
        for (String field : names(transform.get("groupby"))) {
            written.add(FieldNames.outputName(field));
        }
        written.addAll(made);
        return written;
    }

    private static List<String> flatten(JsonObject transform) {
        List<String> written = renamed(transform, "fields");
        written.addAll(names(transform.get("index")));
        return written;
    }

    private static List<String> curve(JsonObject transform) {
        List<String> written = names(transform.get("as"));
        return written.isEmpty() ? List.of(output(transform, "x"), output(transform, "y")) : written;
    }

    private static String output(JsonObject transform, String parameter) {
        List<String> field = names(transform.get(parameter));
        return field.isEmpty() ? "" : FieldNames.outputName(field.getFirst());
    }

    private static List<String> regression(JsonObject transform) {
        JsonValue parameters = transform.get("params");
        return parameters == null || parameters.equals(new JsonBoolean(false))
                ? grouped(transform, curve(transform))
                : List.of();
    }

    /// One name per operation: the one of `as`, else the operation's and the field's names joined.
    private static List<String> measures(JsonObject transform) {
        // Without operations, aggregate and joinaggregate count.
        List<String> operations = transform.get("ops") == null ? List.of("count") : names(transform.get("ops"));
        List<String> fields = names(transform.get("fields"));
        List<String> as = names(transform.get("as"));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            String field = i < fields.size() ? FieldNames.outputName(fields.get(i)) : "";
            String given = i < as.size() ? as.get(i) : "";
            String operation = operations.get(i);
            String composed = operation.isEmpty() || field.isEmpty() ? operation : operation + "_" + field;
            written.add(given.isEmpty() ? composed : given);
        }
        return written;
    }

    private static List<String> renamed(JsonObject transform, String parameter) {
        List<String> fields = names(transform.get(parameter));
        List<String> as = names(transform.get("as"));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < Math.max(fields.size(), as.size()); i++) {
            String given = i < as.size() ? as.get(i) : "";
            written.add(given.isEmpty() && i < fields.size() ? FieldNames.outputName(fields.get(i)) : given);
        }
        return written;
    }

    /// The names in a list; an element that is no text, such as `null` or a signal, is the empty name.
    private static List<String> names(@Nullable JsonValue value) {
        List<String> names = new ArrayList<>();
        if (value instanceof JsonString text) {
            names.add(text.value());
        } else if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                names.add(name(element));
            }
        }
        return names;
    }

    private static String name(JsonValue element) {
        return switch (element) {
            case JsonString text -> text.value();
            case JsonObject object when Members.text(object, "as") instanceof String as -> as;
            case JsonObject object when Members.text(object, "field") instanceof String field -> field;
            default -> "";
        };
    }
}
