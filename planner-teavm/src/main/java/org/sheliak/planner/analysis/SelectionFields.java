package org.sheliak.planner.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.SignalSpec;

/// The columns that Vega-Lite's selections look at: for the store `brush_store` they are listed in the constant
/// signals `brush_tuple_fields`, one in each view that can change the selection.
///
/// Source: vega-lite/src/compile/selection/index.ts, assembleUnitSelectionSignals @ v6.5.0.
public final class SelectionFields {
    private static final String STORE = "_store";
    private static final String TUPLE_FIELDS = "_tuple_fields";

    private final Map<String, ColumnUsage> fields = new LinkedHashMap<>();

    private SelectionFields() {}

    /// Reads the signals of a spec.
    public static SelectionFields in(JsonObject spec) {
        SelectionFields selections = new SelectionFields();
        selections.read(ScopeSpec.root(spec));
        return selections;
    }

    /// The columns that a test against this store reads; all when the spec does not say.
    public ColumnUsage of(String store) {
        if (!store.endsWith(STORE)) {
            return ColumnUsage.ALL;
        }
        String selection = store.substring(0, store.length() - STORE.length());
        return fields.getOrDefault(selection, ColumnUsage.ALL);
    }

    private void read(ScopeSpec scope) {
        for (SignalSpec signal : scope.signals()) {
            String name = signal.name();
            if (name.endsWith(TUPLE_FIELDS)) {
                String selection = name.substring(0, name.length() - TUPLE_FIELDS.length());
                fields.merge(selection, columns(signal.value()), ColumnUsage::plus);
            }
        }
        for (MarkSpec mark : scope.marks()) {
            if (mark.isGroup()) {
                read(scope.inner(mark));
            }
        }
    }

    private static ColumnUsage columns(@Nullable JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            return ColumnUsage.ALL;
        }
        ColumnUsage columns = ColumnUsage.NONE;
        for (JsonValue element : array.elements()) {
            String field = element instanceof JsonObject object ? Members.text(object, "field") : null;
            columns = columns.plus(field == null ? ColumnUsage.ALL : FieldNames.usage(field));
        }
        return columns;
    }
}
