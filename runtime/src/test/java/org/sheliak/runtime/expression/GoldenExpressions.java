package org.sheliak.runtime.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.transform.Transforms;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.SetValue;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.format.FormatLocale;

/// One golden file of expressions: the tables and signals that they see, and what Vega makes of them.
///
/// @param trees what lays a tree over data sets, by their names: members of the transform `stratify`
/// @param expressions in the order of the file
record GoldenExpressions(
        Map<String, Object> tables,
        Map<String, Object> data,
        Map<String, JsonObject> trees,
        FormatLocale locale,
        Map<String, Object> signals,
        List<GoldenExpression> expressions) {

    /// Stands for a value where Vega throws an error.
    static final Object ERROR = new Object();

    /// @param table name of the table for whose rows the expression is evaluated; null for none
    /// @param values the value for each row; null when the expression does not compile
    record GoldenExpression(String source, String table, ZoneId zone, List<Object> values) {}

    static GoldenExpressions read(String name) {
        JsonObject file = (JsonObject) JsonReader.read(text("/expression/" + name + ".json"));
        List<GoldenExpression> expressions = new ArrayList<>();
        for (JsonValue element : ((JsonArray) file.members().get("cases")).elements()) {
            Map<String, Object> members = object(decode(element));
            String zone = (String) members.get("zone");
            expressions.add(new GoldenExpression(
                    (String) members.get("source"),
                    (String) members.get("table"),
                    zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                    list(members.get("values"))));
        }
        return new GoldenExpressions(
                object(decode(file.members().get("tables"))),
                object(decode(file.members().get("data"))),
                trees(file.members().get("trees")),
                FormatLocale.of((JsonObject) file.members().get("locale")),
                object(decode(file.members().get("signals"))),
                expressions);
    }

    private static Map<String, JsonObject> trees(JsonValue value) {
        Map<String, JsonObject> trees = new LinkedHashMap<>();
        if (value instanceof JsonObject object) {
            object.members().forEach((name, keys) -> trees.put(name, (JsonObject) keys));
        }
        return trees;
    }

    private static String text(String resource) {
        try (InputStream stream = GoldenExpressions.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A table of the file. Caller closes.
    Table table(String name, BufferAllocator allocator) {
        return build(list(tables.get(name)), allocator);
    }

    /// A table of one of its rows. Caller closes.
    Table row(String name, int row, BufferAllocator allocator) {
        return build(List.of(list(tables.get(name)).get(row)), allocator);
    }

    /// The data sets that expressions name. Caller closes.
    Map<String, Table> dataSets(BufferAllocator allocator) {
        Map<String, Table> dataSets = new LinkedHashMap<>();
        data.forEach((name, rows) -> {
            Table table = build(list(rows), allocator);
            dataSets.put(name, trees.containsKey(name) ? planted(table, trees.get(name), allocator) : table);
        });
        return dataSets;
    }

    /// The rows with a tree over them. Closes the table.
    private static Table planted(Table table, JsonObject keys, BufferAllocator allocator) {
        JsonObject stratify = keys.with("type", new JsonString("stratify"));
        EvaluationContext context =
                new EvaluationContext(allocator, ZoneOffset.UTC, Map.of(), Map.of(), new Cancellation());
        try (table) {
            return Transforms.apply(new Task.Transform(stratify, ""), table, context)
                    .table();
        }
    }

    private static Table build(List<Object> rows, BufferAllocator allocator) {
        TableBuilder builder = new TableBuilder();
        rows.forEach(builder::append);
        return builder.build(allocator);
    }

    EvaluationContext context(GoldenExpression expression, Map<String, Table> dataSets, BufferAllocator allocator) {
        return new EvaluationContext(allocator, expression.zone, signals, dataSets, new Cancellation())
                .withLocale(locale);
    }

    private static Object decode(JsonValue value) {
        return switch (value) {
            case JsonValue.JsonNull _ -> null;
            case JsonValue.JsonBoolean bool -> bool.value();
            case JsonValue.JsonNumber number -> number.value();
            case JsonValue.JsonString text -> text.value();
            case JsonArray array -> {
                List<Object> list = new ArrayList<>();
                array.elements().forEach(element -> list.add(decode(element)));
                yield list;
            }
            case JsonObject object -> decode(object);
        };
    }

    private static Object decode(JsonObject object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, decode(member)));
        if (members.containsKey("$date")) {
            Double millis = (Double) members.get("$date");
            return new DateValue(millis == null ? Double.NaN : millis);
        }
        if (members.get("$regexp") instanceof List<?> parts) {
            return new RegExpValue((String) parts.get(0), (String) parts.get(1));
        }
        if (members.get("$set") instanceof List<?> elements) {
            return new SetValue(list(elements));
        }
        return switch ((String) members.get("$")) {
            case null -> members;
            case "undefined" -> Undefined.UNDEFINED;
            case "error" -> ERROR;
            case String number -> Double.valueOf(number);
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
