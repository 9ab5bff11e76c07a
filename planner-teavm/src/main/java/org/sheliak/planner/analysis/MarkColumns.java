package org.sheliak.planner.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.TransformSpec;

/// The columns that marks read of the rows that they draw.
final class MarkColumns {
    /// Transforms of items that look at no more of the rows than their parameters say.
    private static final List<String> ITEM_TRANSFORMS = List.of("label", "voronoi", "linkpath", "dotbin");

    private MarkColumns() {}

    /// The columns that a mark reads of its own rows; of a group, without what stands inside of it.
    ///
    /// @param drawsItems true when the mark draws the items of another one: then the rows are those of that one
    static ColumnUsage of(MarkSpec mark, boolean drawsItems, ExpressionReader reader, SelectionFields selectionFields) {
        JsonObject own = mark.isGroup() ? withoutContent(mark.json()) : mark.json();
        ItemColumns drawn = new ItemColumns(drawsItems ? 1 : 0);
        ColumnUsage columns = expressions(own.without("transform"), drawsItems, reader, selectionFields);
        if (own.get("encode") instanceof JsonValue encode) {
            columns = columns.plus(encoded(encode, "field", drawn)).plus(encoded(encode, "datum", drawn));
        }
        columns = columns.plus(fields(own.get("key"), drawn));
        ItemColumns items = new ItemColumns(drawsItems ? 2 : 1);
        for (TransformSpec transform : mark.transforms()) {
            columns = columns.plus(ofTransform(transform, items, reader));
        }
        return columns.plus(fields(own.get("sort") instanceof JsonObject sort ? sort.get("field") : null, items));
    }

    private static ColumnUsage expressions(
            JsonObject own, boolean drawsItems, ExpressionReader reader, SelectionFields selectionFields) {
        if (!drawsItems) {
            return reader.in(own).columns(selectionFields);
        }
        ItemColumns drawn = new ItemColumns(1);
        ColumnUsage columns = ColumnUsage.NONE;
        for (String expression : reader.texts(own)) {
            columns = columns.plus(drawn.ofExpression(expression));
        }
        return columns;
    }

    private static ColumnUsage ofTransform(TransformSpec transform, ItemColumns items, ExpressionReader reader) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        if (definition == null || !ITEM_TRANSFORMS.contains(definition.type())) {
            return ColumnUsage.ALL;
        }
        ColumnUsage columns = ColumnUsage.NONE;
        for (TransformDefinition.Parameter parameter : definition.parameters()) {
            JsonValue value = transform.json().get(parameter.name());
            columns = switch (parameter.kind()) {
                case FIELD -> columns.plus(fields(value, items));
                case COMPARE ->
                    columns.plus(fields(value instanceof JsonObject sort ? sort.get("field") : value, items));
                default -> columns;
            };
        }
        for (String expression : reader.texts(transform.json())) {
            columns = columns.plus(items.ofExpression(expression));
        }
        return columns;
    }

    /// The columns of a group's rows that are read inside of the group, as those of `parent`.
    static ColumnUsage ofParent(MarkSpec group, ExpressionReader reader) {
        JsonObject json = group.json();
        return reader.in(json).parent().plus(encoded(json.without("data"), "parent", new ItemColumns(0)));
    }

    private static JsonObject withoutContent(JsonObject group) {
        JsonObject own = JsonObject.EMPTY;
        for (String key : List.of("encode", "key", "sort", "clip")) {
            JsonValue value = group.get(key);
            own = value == null ? own : own.with(key, value);
        }
        return own;
    }

    /// The fields that encodings name under a key: `field`, or in a field reference `datum` or `parent`.
    private static ColumnUsage encoded(JsonValue json, String key, ItemColumns drawn) {
        ColumnUsage columns = ColumnUsage.NONE;
        if (json instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                columns = columns.plus(encoded(element, key, drawn));
            }
        } else if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                boolean isNamed = member.getKey().equals(key);
                columns = columns.plus(isNamed ? named(member.getValue(), drawn) : ColumnUsage.NONE);
                columns = columns.plus(encoded(member.getValue(), key, drawn));
            }
        }
        return columns;
    }

    private static ColumnUsage named(JsonValue field, ItemColumns drawn) {
        return switch (field) {
            case JsonString name -> drawn.ofField(name.value());
            case JsonObject object when object.get("signal") != null -> ColumnUsage.ALL;
            default -> ColumnUsage.NONE;
        };
    }

    /// Fields of keys, comparisons and transforms. An expression among them is read where all expressions are.
    private static ColumnUsage fields(@Nullable JsonValue field, ItemColumns items) {
        return switch (field) {
            case null -> ColumnUsage.NONE;
            case JsonString name -> items.ofField(name.value());
            case JsonArray array -> {
                ColumnUsage columns = ColumnUsage.NONE;
                for (JsonValue element : array.elements()) {
                    columns = columns.plus(fields(element, items));
                }
                yield columns;
            }
            case JsonObject object when object.get("expr") != null -> ColumnUsage.NONE;
            case JsonObject object when object.get("field") instanceof JsonString name -> items.ofField(name.value());
            default -> ColumnUsage.ALL;
        };
    }
}
