package org.sheliak.runtime.transform.hierarchy;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.TreeShape;

/// Circles within those of the parents: `x`, `y`, `r`.
///
/// Source: d3-hierarchy/src/pack/index.js @ v3.1.3.
public final class PackLayout implements HierarchyLayout {
    private final double width;
    private final double height;
    private final double padding;
    private final double @Nullable [] radii;

    /// @param radii the radius of each leaf, or `null` when the areas of the leaves are their values and the whole is
    ///     scaled to the size
    public PackLayout(double width, double height, double padding, double @Nullable [] radii) {
        this.width = width;
        this.height = height;
        this.padding = padding;
        this.radii = radii;
    }

    @Override
    public double[][] place(TreeShape tree, double[] values) {
        Packing packing = new Packing(tree);
        packing.x[tree.root()] = width / 2;
        packing.y[tree.root()] = height / 2;
        for (int node : tree.breadthFirst()) {
            if (tree.isLeaf(node)) {
                packing.radii[node] = radius(radii == null ? Math.sqrt(values[node]) : radii[node]);
            }
        }
        int[] order = tree.childrenFirst();
        if (radii != null) {
            packing.pack(order, orZero(padding * 0.5));
            packing.translate(1);
        } else {
            double size = Math.min(width, height);
            packing.pack(order, 0);
            packing.pack(order, orZero(padding * (packing.radii[tree.root()] / size)));
            packing.translate(size / (2 * packing.radii[tree.root()]));
        }
        return new double[][] {packing.x, packing.y, packing.radii};
    }

    private static double radius(double given) {
        return Math.max(0, orZero(given));
    }

    private static double orZero(double number) {
        return Double.isNaN(number) ? 0 : number;
    }

    /// The circles in the making.
    private static final class Packing {
        private final TreeShape tree;
        private final LinearRandom random = new LinearRandom();
        private final double[] x;
        private final double[] y;
        private final double[] radii;

        Packing(TreeShape tree) {
            this.tree = tree;
            x = new double[tree.nodeCount()];
            y = new double[tree.nodeCount()];
            radii = new double[tree.nodeCount()];
        }

        /// Packs the children of each node around the origin.
        void pack(int[] childrenFirst, double margin) {
            for (int node : childrenFirst) {
                int[] children = tree.children(node);
                if (children.length > 0) {
                    radii[node] = packed(children, margin) + margin;
                }
            }
        }

        private double packed(int[] children, double margin) {
            double[] widened = new double[children.length];
            for (int i = 0; i < children.length; i++) {
                widened[i] = radii[children[i]] + margin;
            }
            PackedCircles circles = new PackedCircles(widened);
            double around = circles.pack(random);
            for (int i = 0; i < children.length; i++) {
                x[children[i]] = circles.x(i);
                y[children[i]] = circles.y(i);
                radii[children[i]] = margin == 0 ? radii[children[i]] : widened[i] - margin;
            }
            return around;
        }

        /// Makes places relative to the parents' absolute ones, scaled.
        void translate(double scale) {
            for (int node : tree.parentsFirst()) {
                radii[node] *= scale;
                int parent = tree.parent(node);
                if (parent != TreeShape.NONE) {
                    x[node] = x[parent] + scale * x[node];
                    y[node] = y[parent] + scale * y[node];
                }
            }
        }
    }
}
