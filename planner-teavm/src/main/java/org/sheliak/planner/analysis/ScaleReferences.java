package org.sheliak.planner.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// What a scale refers to.
///
/// @param expressions references of its expressions
/// @param data data sets that its domain or range is taken from, with the columns that are read of each
public record ScaleReferences(ExpressionReferences expressions, Map<String, ColumnUsage> data) {

    /// The references of a scale of a spec.
    public static ScaleReferences of(JsonObject scale, ExpressionReader reader) {
        Map<String, ColumnUsage> data = new LinkedHashMap<>(data(scale.get("domain")));
        data(scale.get("range")).forEach((name, columns) -> data.merge(name, columns, ColumnUsage::plus));
        return new ScaleReferences(reader.in(scale), data);
    }

    /// All data sets that the scale reads, with the columns that it reads of each.
    public Map<String, ColumnUsage> allData() {
        Map<String, ColumnUsage> all = new LinkedHashMap<>(data);
        expressions.data().forEach((name, columns) -> all.merge(name, columns, ColumnUsage::plus));
        return all;
    }

    /// The data sets that a domain or a range names, with the columns that are read of each.
    static Map<String, ColumnUsage> data(@Nullable JsonValue domain) {
        Map<String, ColumnUsage> data = new LinkedHashMap<>();
        if (domain instanceof JsonObject object) {
            collect(object, null, data);
        }
        return data;
    }

    private static void collect(JsonObject domain, @Nullable String outer, Map<String, ColumnUsage> data) {
        String name = dataName(domain.get("data")) instanceof String own ? own : outer;
        if (name != null) {
            JsonObject sort = Members.object(domain, "sort");
            ColumnUsage read = TransformReferences.fields(domain.get("field"))
                    .plus(sort == null ? ColumnUsage.NONE : TransformReferences.fields(sort.get("field")));
            data.merge(name, read, ColumnUsage::plus);
        }
        for (JsonValue field : Members.elements(domain, "fields")) {
            if (field instanceof JsonObject part) {
                collect(part, name, data);
            } else if (field instanceof JsonString text && name != null) {
                data.merge(name, FieldNames.usage(text.value()), ColumnUsage::plus);
            }
        }
    }

    /// The name of a data set; JavaScript takes a list of one name for the name.
    private static @Nullable String dataName(@Nullable JsonValue data) {
        JsonValue only = data instanceof JsonArray list && list.elements().size() == 1
                ? list.elements().getFirst()
                : data;
        return only instanceof JsonString(String name) ? name : null;
    }
}
