package org.sheliak.runtime.transform;

import org.sheliak.runtime.table.Table;

/// One step of a data set's pipeline, its parameters already evaluated.
/// What it gives is what Vega gives when the pipeline runs for the first time.
@FunctionalInterface
public interface Transform {

    /// Applies the step to the rows, which are borrowed. Caller closes the result.
    TransformResult apply(Table input);
}
