package org.sheliak.runtime.inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.table.Table;

/// The rows of a table as parts of a spec.
///
/// @param values the data set's `values`
/// @param transforms formulas that give the values that JSON has not
/// @param signals what the formulas read
record InlineRows(JsonArray values, List<JsonValue> transforms, List<JsonValue> signals) {

    /// The first rows of a table, which is borrowed.
    ///
    /// @param signalPrefix the beginning of names that no signal of the spec has
    static InlineRows of(Table table, int rowCount, String signalPrefix) {
        List<InlineColumn> columns = new ArrayList<>();
        table.columns().forEach((name, column) -> columns.add(new InlineColumn(name, column, rowCount)));
        List<JsonValue> transforms = new ArrayList<>();
        List<JsonValue> signals = new ArrayList<>();
        for (InlineColumn column : columns) {
            String list = signalPrefix + signals.size();
            if (column.value(list) instanceof String value) {
                transforms.add(formula(column.name(), value));
            }
            if (column.list() instanceof String values) {
                signals.add(JsonObject.EMPTY.with("name", new JsonString(list)).with("init", new JsonString(values)));
            }
        }
        return new InlineRows(values(columns, rowCount), transforms, signals);
    }

    private static JsonArray values(List<InlineColumn> columns, int rowCount) {
        List<JsonValue> rows = new ArrayList<>(rowCount);
        for (int row = 0; row < rowCount; row++) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (InlineColumn column : columns) {
                if (column.member(row) instanceof JsonValue member) {
                    members.put(column.name(), member);
                }
            }
            rows.add(new JsonObject(members));
        }
        return new JsonArray(rows);
    }

    private static JsonObject formula(String name, String expression) {
        return JsonObject.EMPTY
                .with("type", new JsonString("formula"))
                .with("as", new JsonString(name))
                .with("expr", new JsonString(expression));
    }
}
