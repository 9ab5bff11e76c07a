package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Area;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Siblings;

/// Rectangles within those of the parents, as large as the values: `x0`, `y0`, `x1`, `y1`.
///
/// Source: d3-hierarchy/src/treemap/index.js @ v3.1.3.
///
/// @param rounds whether coordinates are whole numbers
public record TreemapLayout(double width, double height, Tiling tiling, Padding padding, boolean rounds)
        implements HierarchyLayout {

    /// The room between siblings and inside a parent's sides.
    public record Padding(double inner, double top, double right, double bottom, double left) {}

    @Override
    public double[][] place(TreeShape tree, double[] values) {
        Rectangles rectangles = Rectangles.of(tree, values);
        rectangles.put(tree.root(), new Area(0, 0, width, height));
        double half = padding.inner() / 2;
        for (int node : tree.parentsFirst()) {
            double margin = node == tree.root() ? 0 : half;
            Area area = rectangles.get(node).without(margin, margin, margin, margin);
            rectangles.put(node, area);
            if (!tree.isLeaf(node)) {
                int[] children = tree.children(node);
                Area room = area.without(
                        padding.left() - half, padding.top() - half, padding.right() - half, padding.bottom() - half);
                tiling.tile(
                        rectangles, new Siblings(children, 0, children.length, values[node]), room, tree.depth(node));
            }
        }
        if (rounds) {
            rectangles.round();
        }
        return rectangles.toArrays();
    }
}
