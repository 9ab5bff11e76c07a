package org.sheliak.planner.taskgraph;

import java.util.List;

/// A named signal, data set or scale of a spec.
///
/// @param scope indices of the nested group marks that enclose it, outermost first; empty at the top level
public record Variable(Namespace namespace, String name, List<Integer> scope) {
    public Variable {
        scope = List.copyOf(scope);
    }

    /// Signals, data sets and scales have separate names.
    public enum Namespace {
        SIGNAL,
        DATA,
        SCALE
    }
}
