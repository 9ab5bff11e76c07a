package org.sheliak.planner.taskgraph;

import java.util.List;

/// A named signal or data set of a spec.
///
/// @param scope indices of the nested group marks that enclose it, outermost first; empty at the top level
public record Variable(Namespace namespace, String name, List<Integer> scope) {
    public Variable {
        scope = List.copyOf(scope);
    }

    /// Signals and data sets have separate names.
    public enum Namespace {
        SIGNAL,
        DATA
    }
}
