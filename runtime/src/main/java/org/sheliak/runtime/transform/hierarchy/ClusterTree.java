package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;

/// A node-link diagram with all leaves at the same depth, a dendrogram: `x`, `y`.
///
/// Source: d3-hierarchy/src/cluster.js @ v3.1.3.
public record ClusterTree(NodeSpacing spacing) implements HierarchyLayout {

    @Override
    public double[][] place(TreeShape tree, double[] values) {
        double[] x = new double[tree.nodeCount()];
        double[] y = new double[tree.nodeCount()];
        int previousLeaf = TreeShape.NONE;
        double end = 0;
        for (int node : tree.childrenFirst()) {
            if (!tree.isLeaf(node)) {
                placeOverChildren(tree.children(node), node, x, y);
                continue;
            }
            if (previousLeaf != TreeShape.NONE) {
                x[node] = end += spacing.separation().between(tree, node, previousLeaf);
            }
            previousLeaf = node;
        }
        if (spacing.isPerNode()) {
            scaleByNode(tree, x, y);
        } else {
            scaleToSize(tree, x, y);
        }
        return new double[][] {x, y};
    }

    private static void placeOverChildren(int[] children, int node, double[] x, double[] y) {
        double sum = 0;
        double highest = 0;
        for (int child : children) {
            sum += x[child];
            highest = Math.max(highest, y[child]);
        }
        x[node] = sum / children.length;
        y[node] = 1 + highest;
    }

    private void scaleByNode(TreeShape tree, double[] x, double[] y) {
        double rootX = x[tree.root()];
        double rootY = y[tree.root()];
        for (int node : tree.breadthFirst()) {
            x[node] = (x[node] - rootX) * spacing.width();
            y[node] = (rootY - y[node]) * spacing.height();
        }
    }

    private void scaleToSize(TreeShape tree, double[] x, double[] y) {
        int left = tree.root();
        int right = tree.root();
        while (!tree.isLeaf(left)) {
            left = tree.children(left)[0];
        }
        while (!tree.isLeaf(right)) {
            int[] children = tree.children(right);
            right = children[children.length - 1];
        }
        double x0 = x[left] - spacing.separation().between(tree, left, right) / 2;
        double x1 = x[right] + spacing.separation().between(tree, right, left) / 2;
        double rootY = y[tree.root()];
        for (int node : tree.breadthFirst()) {
            x[node] = (x[node] - x0) / (x1 - x0) * spacing.width();
            y[node] = (1 - (rootY == 0 ? 1 : y[node] / rootY)) * spacing.height();
        }
    }
}
