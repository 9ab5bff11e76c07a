package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;

/// Gives each node of a tree a place.
@FunctionalInterface
public interface HierarchyLayout {

    /// The coordinates, one array for each of the layout's output fields, in each one number for each node.
    ///
    /// @param values the value of each node, that of its descendants included
    double[][] place(TreeShape tree, double[] values);
}
