package org.sheliak.runtime.transform;

import org.sheliak.runtime.table.Table;

/// Passes its rows on: what it knows of each row's ranges, `resolvefilter` finds out by itself, which has the ranges in
/// a task graph.
///
/// Differs from Vega: the rows get no `_index`.
///
/// Source: vega-crossfilter/src/CrossFilter.js @ v6.4.0.
final class CrossFilterTransform implements Transform {
    CrossFilterTransform(Parameters parameters) {
        parameters.require("fields");
        parameters.require("query");
    }

    @Override
    public TransformResult apply(Table input) {
        return TransformResult.of(input.share());
    }
}
