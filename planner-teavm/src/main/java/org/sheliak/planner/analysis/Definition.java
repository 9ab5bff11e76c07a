package org.sheliak.planner.analysis;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.taskgraph.Variable;

/// What a name in a spec stands for.
public sealed interface Definition {
    /// The name and the scope that defines it.
    Variable variable();

    /// A data set of a `data` array.
    record DataSet(Variable variable, DataSpec spec) implements Definition {}

    /// The rows of one item of a faceted group.
    record FacetRows(Variable variable, MarkSpec group) implements Definition {}

    /// The items of a named mark.
    record MarkItems(Variable variable, MarkSpec mark) implements Definition {}

    /// A scale of a `scales` array, or a projection of a `projections` array.
    record Scale(Variable variable, ScaleSpec spec) implements Definition {}

    /// A signal of a `signals` array.
    record Signal(Variable variable, SignalSpec spec) implements Definition {}

    /// A signal that a data set's transform sets.
    ///
    /// @param transform index of the transform in the data set
    record TransformSignal(Variable variable, DataSet data, int transform) implements Definition {}

    /// A signal that Vega itself defines, such as `width`.
    ///
    /// @param value the value that the spec gives it, or `null`
    record BuiltinSignal(Variable variable, @Nullable JsonValue value) implements Definition {}
}
