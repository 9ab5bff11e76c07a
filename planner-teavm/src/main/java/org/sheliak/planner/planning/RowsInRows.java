package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Finds the transforms that write rows of a data set into its own rows: a joinaggregate or window with the operation
/// `values`, `argmin` or `argmax`. Vega holds the rows themselves there, so that a column that a later transform writes
/// is in them too; the kernel holds them as they were.
final class RowsInRows {
    private static final List<String> ROW_OPERATIONS = List.of("argmin", "argmax", "values");

    /// Transforms that give the rows they get, without another column.
    private static final List<String> LEAVING_ROWS =
            List.of("collect", "crossfilter", "extent", "filter", "geojson", "resolvefilter", "sample");

    private RowsInRows() {}

    /// Why a transform among others cannot be evaluated in the kernel, or `null`.
    static @Nullable Obstacle obstacle(List<TransformSpec> transforms, int index) {
        TransformSpec transform = transforms.get(index);
        if (!holdsRows(transform)) {
            return null;
        }
        for (TransformSpec later : transforms.subList(index + 1, transforms.size())) {
            String type = type(later);
            if (TransformDefinitions.makesRows(type)) {
                return null;
            }
            if (!LEAVING_ROWS.contains(type)) {
                return new Obstacle(
                        transform.pointer(), "a later " + type + " writes to rows that its lists hold as well");
            }
        }
        return null;
    }

    private static boolean holdsRows(TransformSpec transform) {
        if (!List.of("joinaggregate", "window").contains(type(transform))) {
            return false;
        }
        if (Members.signal(transform.json().get("ops")) != null) {
            return true;
        }
        for (JsonValue operation : Members.elements(transform.json(), "ops")) {
            boolean isRow = operation instanceof JsonString(String name) && ROW_OPERATIONS.contains(name);
            if (isRow || Members.signal(operation) != null) {
                return true;
            }
        }
        return false;
    }

    /// Whether a transform writes columns into the rows that it gets.
    static boolean writesRows(TransformSpec transform) {
        return !LEAVING_ROWS.contains(type(transform)) && !TransformDefinitions.makesRows(type(transform));
    }

    private static String type(TransformSpec transform) {
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        return definition == null ? transform.type() : definition.type();
    }
}
