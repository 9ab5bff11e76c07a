package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.analysis.SelectionFields;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.TransformSpec;

/// Which transforms of a data set come to the same result before others that stay in the browser.
///
/// A transform that adds columns row by row can wait until the rows are filtered, sorted and measured, when nothing of
/// that reads what it adds or writes what it reads.
final class PassingTransforms {
    /// Each row's new columns depend on that row alone, and on signals.
    private static final List<String> ROW_BY_ROW = List.of("formula", "geopath", "geopoint", "geoshape", "linkpath");

    /// The rows that come out are rows that went in.
    private static final List<String> KEEPING_ROWS = List.of(
            "bin", "collect", "extent", "filter", "formula", "joinaggregate", "lookup", "stack", "timeunit", "window");

    private final Scope scope;
    private final Scopes scopes;
    private final ExpressionReader reader;
    private final SelectionFields selectionFields;
    private final Set<String> signals = new LinkedHashSet<>();
    private final List<TransformReferences> kept = new ArrayList<>();
    private boolean mayBePassed = true;

    /// @param scope that of the data set
    PassingTransforms(Classification classification, Scope scope) {
        this.scope = scope;
        this.scopes = classification.scopes();
        this.reader = classification.reader();
        this.selectionFields = classification.selectionFields();
    }

    /// Notes a transform that stays in the browser.
    void keep(TransformSpec transform) {
        boolean isRowByRow = ROW_BY_ROW.contains(transform.type())
                && transform.json().get("initonly") == null
                && !RandomDraws.isIn(transform, scope, scopes);
        mayBePassed &= isRowByRow && namesItsColumns(transform);
        if (transform.signal() instanceof String signal) {
            signals.add(signal);
        }
        kept.add(TransformReferences.of(transform, reader, selectionFields));
    }

    /// True when a transform may run before all that stay in the browser.
    boolean canPass(TransformSpec transform) {
        if (!mayBePassed || !KEEPING_ROWS.contains(transform.type()) || !namesItsColumns(transform)) {
            return false;
        }
        TransformReferences passing = TransformReferences.of(transform, reader, selectionFields);
        for (String signal : passing.expressions().signals()) {
            if (signals.contains(signal)) {
                return false;
            }
        }
        for (TransformReferences other : kept) {
            if (meet(columns(passing), other.written())
                    || meet(columns(other), passing.written())
                    || meet(ColumnUsage.of(other.written()), passing.written())) {
                return false;
            }
        }
        return true;
    }

    /// Transforms that take rows as a whole do not say which columns they read.
    private static ColumnUsage columns(TransformReferences transform) {
        return transform.effect() == Effect.READS_ROWS ? ColumnUsage.ALL : transform.columns();
    }

    private static boolean meet(ColumnUsage read, Set<String> written) {
        for (String column : written) {
            if (read.all() || read.names().contains(column)) {
                return true;
            }
        }
        return false;
    }

    /// False when a signal says what the columns are called that the transform writes.
    private static boolean namesItsColumns(TransformSpec transform) {
        JsonValue as = transform.json().get("as");
        return !(as instanceof JsonObject)
                && !(as instanceof JsonArray names && names.elements().stream().anyMatch(JsonObject.class::isInstance));
    }
}
