package org.sheliak.planner.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.MarkSpec;

/// The columns that marks read of the rows that they draw.
final class MarkColumns {
    private MarkColumns() {}

    /// The columns that a mark reads of its own rows; of a group, without what stands inside of it.
    static ColumnUsage of(MarkSpec mark, ExpressionReader reader, SelectionFields selectionFields) {
        if (!mark.transforms().isEmpty()) {
            return ColumnUsage.ALL;
        }
        JsonObject own = mark.isGroup() ? withoutContent(mark.json()) : mark.json();
        ColumnUsage columns = reader.in(own).columns(selectionFields);
        if (own.get("encode") instanceof JsonValue encode) {
            columns = columns.plus(encoded(encode, "field")).plus(encoded(encode, "datum"));
        }
        columns = columns.plus(TransformReferences.fields(own.get("key")));
        return columns.plus(sorted(own.get("sort") instanceof JsonObject sort ? sort.get("field") : null));
    }

    /// The columns of a group's rows that are read inside of the group, as those of `parent`.
    static ColumnUsage ofParent(MarkSpec group, ExpressionReader reader) {
        JsonObject json = group.json();
        return reader.in(json).parent().plus(encoded(json.without("data"), "parent"));
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
    private static ColumnUsage encoded(JsonValue json, String key) {
        ColumnUsage columns = ColumnUsage.NONE;
        if (json instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                columns = columns.plus(encoded(element, key));
            }
        } else if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                columns = columns.plus(member.getKey().equals(key) ? named(member.getValue()) : ColumnUsage.NONE);
                columns = columns.plus(encoded(member.getValue(), key));
            }
        }
        return columns;
    }

    private static ColumnUsage named(JsonValue field) {
        return switch (field) {
            case JsonString name -> FieldNames.usage(name.value());
            case JsonObject object when object.get("signal") != null -> ColumnUsage.ALL;
            default -> ColumnUsage.NONE;
        };
    }

    /// Marks are sorted by fields of their items, where the row is `datum`.
    private static ColumnUsage sorted(@Nullable JsonValue field) {
        return switch (field) {
            case null -> ColumnUsage.NONE;
            case JsonString name -> FieldNames.itemUsage(name.value());
            case JsonArray array -> {
                ColumnUsage columns = ColumnUsage.NONE;
                for (JsonValue element : array.elements()) {
                    columns = columns.plus(sorted(element));
                }
                yield columns;
            }
            default -> ColumnUsage.ALL;
        };
    }
}
