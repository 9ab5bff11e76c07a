package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.TransformSpec;

/// Finds data sets that sort the rows of their source in place: those that begin with a collect and write to no row, so
/// that Vega does not copy the rows for them. A data set after them gets the rows of the same source in that order.
///
/// Source: vega-transforms/src/Collect.js, vega-parser/src/parsers/data.js @ v6.4.0.
final class SortedSources {
    private SortedSources() {}

    /// The first such data set with another one after it, or `null`.
    static @Nullable Obstacle obstacle(Scopes scopes) {
        for (Scope scope : scopes.all()) {
            List<DataSpec> data = scope.spec().data();
            for (int i = 0; i < data.size(); i++) {
                if (sortsSource(data.get(i)) && isReadAgain(data, i)) {
                    return new Obstacle(
                            data.get(i).pointer(), "Vega sorts the rows of its source for all data sets after it");
                }
            }
        }
        return null;
    }

    private static boolean sortsSource(DataSpec data) {
        List<TransformSpec> transforms = data.transforms();
        return data.source() != null
                && !transforms.isEmpty()
                && transforms.getFirst().type().equals("collect")
                && transforms.stream().noneMatch(RowsInRows::writesRows);
    }

    private static boolean isReadAgain(List<DataSpec> data, int index) {
        String source = data.get(index).source();
        for (DataSpec later : data.subList(index + 1, data.size())) {
            if (source != null && later.sources().contains(source)) {
                return true;
            }
        }
        return false;
    }
}
