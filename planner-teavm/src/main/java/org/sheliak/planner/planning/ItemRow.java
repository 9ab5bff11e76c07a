package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expressions;
import org.sheliak.planner.expression.LiteralValue.NumberValue;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// The row that stands for an item of a faceted group, as an aggregate of the facet's rows.
///
/// Inside of the group it is called `parent`; Vega makes it by the facet's `aggregate`. What the group's data sets tell
/// of all rows of the facet by an aggregate of their own, as in `data('range')[0].max_date`, is a column of it too.
/// Only the columns that expressions have asked for are there; those of measures have names that nobody else gives.
///
/// Source: vega-parser/src/parsers/marks/facet.js, vega-transforms/src/Facet.js @ v6.4.0.
final class ItemRow {
    private static final Expression DATUM = new Identifier("datum", 0);

    private final FacetGroup group;
    /// The aggregates that give one row for each facet, by the names of their data sets.
    private final Map<String, JsonObject> totals;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private boolean isRead;

    /// One operation of an aggregate; `field` is empty for a count of rows.
    private record Measure(String operation, String field) {}

    ItemRow(FacetGroup group, Map<String, JsonObject> totals) {
        this.group = group;
        this.totals = totals;
    }

    /// Whether some expression has asked for a column.
    boolean isRead() {
        return isRead;
    }

    /// The expression for rows that bear the columns of the item's row. What cannot be told by columns stays.
    Expression told(Expression expression) {
        return Expressions.replace(expression, this::column);
    }

    /// The transform that makes the row of each item.
    JsonObject aggregate() {
        List<String> operations = new ArrayList<>();
        List<JsonValue> fields = new ArrayList<>();
        for (Measure measure : measures.values()) {
            operations.add(measure.operation());
            fields.add(measure.field().isEmpty() ? JsonNull.INSTANCE : new JsonString(measure.field()));
        }
        return JsonObject.EMPTY
                .with("type", new JsonString("aggregate"))
                .with("groupby", PlainNames.array(group.fields()))
                .with("ops", PlainNames.array(operations))
                .with("fields", new JsonArray(fields))
                .with("as", PlainNames.array(new ArrayList<>(measures.keySet())));
    }

    private @Nullable Expression column(Expression node) {
        if (!(node instanceof MemberExpression member) || !(name(member) instanceof String name)) {
            return null;
        }
        String column = switch (member.object()) {
            case Identifier(String object, int start) when object.equals("parent") -> ofParent(name);
            case MemberExpression row when dataSet(row) instanceof String data -> measure(data, name);
            default -> null;
        };
        if (column == null) {
            return null;
        }
        isRead = true;
        return column(column);
    }

    /// The expression for a column of the row at hand.
    static Expression column(String name) {
        return new MemberExpression(DATUM, new Literal(new StringValue(name), 0), true, 0);
    }

    private @Nullable String ofParent(String name) {
        boolean isGroupedBy =
                group.fields().stream().map(FieldNames::outputName).anyMatch(name::equals);
        return isGroupedBy ? name : measure("parent", name, group.aggregate());
    }

    private @Nullable String measure(String data, String name) {
        JsonObject aggregate = totals.get(data);
        return aggregate == null ? null : measure(data, name, aggregate);
    }

    /// The column for one that an aggregate makes, or `null` when it makes none of this name.
    private @Nullable String measure(String data, String name, JsonObject aggregate) {
        List<String> operations = aggregate.get("ops") == null ? List.of("count") : PlainNames.of(aggregate, "ops");
        List<String> fields = PlainNames.of(aggregate, "fields");
        List<String> as = PlainNames.of(aggregate, "as");
        if (operations == null || fields == null || as == null || aggregate.get("aggregate_params") != null) {
            return null;
        }
        for (int i = 0; i < operations.size(); i++) {
            Measure measure = new Measure(operations.get(i), PlainNames.at(fields, i));
            if (column(measure, PlainNames.at(as, i)).equals(name)) {
                String column = "_" + data + "_" + name;
                measures.put(column, measure);
                return column;
            }
        }
        return null;
    }

    private static String column(Measure measure, String as) {
        JsonObject aggregate = JsonObject.EMPTY
                .with("ops", PlainNames.array(List.of(measure.operation())))
                .with("fields", PlainNames.array(List.of(measure.field())))
                .with("as", PlainNames.array(List.of(as)));
        return String.join("", TransformColumns.written("aggregate", aggregate));
    }

    /// The data set in `data('name')[0]`, or `null` for any other node.
    private static @Nullable String dataSet(MemberExpression row) {
        return row.computed()
                        && row.property() instanceof Literal(NumberValue(double index), int indexStart)
                        && index == 0
                        && row.object() instanceof CallExpression(String callee, List<Expression> arguments, int start)
                        && callee.equals("data")
                        && arguments.size() == 1
                        && arguments.getFirst() instanceof Literal(StringValue(String name), int nameStart)
                ? name
                : null;
    }

    /// The name of the member, or `null` when it is computed.
    static @Nullable String name(MemberExpression member) {
        return switch (member.property()) {
            case Identifier(String name, int start) when !member.computed() -> name;
            case Literal(StringValue(String name), int start) -> name;
            default -> null;
        };
    }
}
