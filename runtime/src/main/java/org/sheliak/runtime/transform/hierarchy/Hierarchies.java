package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;

/// The values of nodes.
///
/// Source: d3-hierarchy/src/hierarchy/count.js and sum.js @ v3.1.3.
public final class Hierarchies {
    private Hierarchies() {}

    /// The number of leaves under each node; 1 for a leaf.
    public static double[] counts(TreeShape tree) {
        double[] counts = new double[tree.nodeCount()];
        for (int node : tree.breadthFirst()) {
            counts[node] = tree.isLeaf(node) ? 1 : 0;
        }
        addChildren(tree, counts);
        return counts;
    }

    /// The value of each node, those of its descendants included.
    ///
    /// @param own the nodes' own values, NaN for none; changed into the result
    public static double[] sums(TreeShape tree, double[] own) {
        for (int node = 0; node < own.length; node++) {
            own[node] = Double.isNaN(own[node]) ? 0 : own[node];
        }
        addChildren(tree, own);
        return own;
    }

    /// Adds the last child first, as its source does: sums may differ in the last bits otherwise.
    private static void addChildren(TreeShape tree, double[] values) {
        for (int node : tree.childrenFirst()) {
            int[] children = tree.children(node);
            for (int i = children.length - 1; i >= 0; i--) {
                values[node] += values[children[i]];
            }
        }
    }
}
