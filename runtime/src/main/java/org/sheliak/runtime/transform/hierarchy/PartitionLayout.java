package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Area;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Siblings;

/// A band of rectangles for each level, the children below their parents: `x0`, `y0`, `x1`, `y1`.
///
/// Source: d3-hierarchy/src/partition.js @ v3.1.3.
///
/// @param rounds whether coordinates are whole numbers
public record PartitionLayout(double width, double height, double padding, boolean rounds) implements HierarchyLayout {

    @Override
    public double[][] place(TreeShape tree, double[] values) {
        Rectangles rectangles = Rectangles.of(tree, values);
        int levels = tree.height() + 1;
        rectangles.put(tree.root(), new Area(padding, padding, width, height / levels));
        for (int node : tree.parentsFirst()) {
            Area area = rectangles.get(node);
            if (!tree.isLeaf(node)) {
                int[] children = tree.children(node);
                int depth = tree.depth(node);
                Area band =
                        new Area(area.x0(), height * (depth + 1) / levels, area.x1(), height * (depth + 2) / levels);
                rectangles.dice(new Siblings(children, 0, children.length, values[node]), band);
            }
            rectangles.put(node, area.without(0, 0, padding, padding));
        }
        if (rounds) {
            rectangles.round();
        }
        return rectangles.toArrays();
    }
}
