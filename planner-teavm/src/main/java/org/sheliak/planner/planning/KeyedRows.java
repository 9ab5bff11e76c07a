package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.TransformSpec;

/// The rows of a data set that has at most one for each value of a column, since it groups by that column alone.
///
/// @param key the column
/// @param columns all other columns
record KeyedRows(String key, List<String> columns) {
    private static final List<String> KEEPING = List.of("formula", "filter", "collect");

    KeyedRows {
        columns = List.copyOf(columns);
    }

    /// What is known of a data set's rows, or `null` when several may have one key, or other columns.
    ///
    /// @param scope the scope that the data set stands in, or one inside of it
    static @Nullable KeyedRows of(DataSpec data, Scope scope) {
        KeyedRows rows = data.source() instanceof String source && scope.source(data, source) instanceof DataSet table
                ? of(table.spec(), scope)
                : null;
        for (TransformSpec transform : data.transforms()) {
            if (transform.type().equalsIgnoreCase("aggregate")) {
                rows = grouped(transform);
            } else if (rows != null) {
                rows = KEEPING.contains(transform.type()) ? rows.with(transform) : null;
            }
        }
        return rows;
    }

    private static @Nullable KeyedRows grouped(TransformSpec aggregate) {
        List<String> groupby = PlainNames.of(aggregate.json(), "groupby");
        for (String parameter : List.of("ops", "fields", "as")) {
            if (PlainNames.of(aggregate.json(), parameter) == null) {
                return null;
            }
        }
        if (groupby == null || groupby.size() != 1 || aggregate.json().get("key") != null) {
            return null;
        }
        String key = PlainNames.column(groupby.getFirst());
        return key == null ? null : new KeyedRows(key, List.of()).with(aggregate);
    }

    private @Nullable KeyedRows with(TransformSpec transform) {
        boolean isPlain = PlainNames.of(transform.json(), "as") != null;
        boolean isGrouping = transform.json().get("groupby") != null;
        Set<String> written = TransformColumns.written(transform.type(), transform.json());
        if (!isPlain || (!isGrouping && written.contains(key))) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(written);
        all.remove(key);
        return new KeyedRows(key, List.copyOf(all));
    }
}
