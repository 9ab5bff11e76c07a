package org.sheliak.planner.analysis;

import java.util.List;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.FieldPath;

/// Field references as the columns that they read.
public final class FieldNames {
    private FieldNames() {}

    /// The column that a field reference such as `a`, `a.b`, `a\.b` or `["a b"]` reads; all for one that is malformed.
    public static ColumnUsage usage(String field) {
        List<String> path = segments(field);
        return path.isEmpty() ? ColumnUsage.ALL : ColumnUsage.of(path.getFirst());
    }

    /// The name that a transform gives to a column that it takes over from this field.
    public static String outputName(String field) {
        List<String> path = segments(field);
        return path.size() == 1 ? path.getFirst() : field;
    }

    /// The field reference that reads exactly the column of this name.
    public static String reference(String column) {
        return new FieldPath(List.of(column)).text();
    }

    /// The names in a field reference; empty for one that is malformed.
    static List<String> segments(String field) {
        try {
            return FieldPath.parse(field).segments();
        } catch (SheliakException malformed) {
            return List.of();
        }
    }
}
