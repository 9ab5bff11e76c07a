package org.sheliak.runtime.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.window.WindowFrame;
import org.sheliak.runtime.transform.window.WindowOp;

/// What a `window` transform asks for.
///
/// @param functions the window operations
/// @param aggregation the aggregates over the frame
/// @param withPeers whether the frame is widened by the peers of its first and last row
record WindowPlan(
        Parameters parameters,
        List<Named> functions,
        Aggregation aggregation,
        @Nullable SortOrder sort,
        WindowFrame frame,
        boolean withPeers) {

    /// A window operation and the name of its result.
    record Named(WindowOp op, @Nullable FieldAccess field, double parameter, String name) {}

    WindowPlan {
        functions = List.copyOf(functions);
    }

    Grouping grouping(Table input) {
        try (ColumnList keys = ColumnList.read(parameters.presentFields("groupby"), input, parameters.allocator())) {
            return Grouping.of(keys.columns(), input.rowCount(), KeyForm.NAME, parameters);
        }
    }

    /// The names of all results, in the order in which Vega writes them.
    Set<String> outputNames() {
        Set<String> names = new LinkedHashSet<>(aggregation.counts());
        aggregation.measures().forEach(measure -> measure.outputs().forEach(output -> names.add(output.name())));
        functions.forEach(named -> names.add(named.name()));
        return names;
    }
}
