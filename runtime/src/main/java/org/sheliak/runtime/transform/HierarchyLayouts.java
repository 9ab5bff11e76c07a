package org.sheliak.runtime.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.hierarchy.ClusterTree;
import org.sheliak.runtime.transform.hierarchy.NodeSpacing;
import org.sheliak.runtime.transform.hierarchy.PackLayout;
import org.sheliak.runtime.transform.hierarchy.PartitionLayout;
import org.sheliak.runtime.transform.hierarchy.Separation;
import org.sheliak.runtime.transform.hierarchy.TidyTree;
import org.sheliak.runtime.transform.hierarchy.Tiling;
import org.sheliak.runtime.transform.hierarchy.TreemapLayout;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// The transforms that lay out trees, with their parameters.
///
/// Source: vega-hierarchy/src/Pack.js, Partition.js, Tree.js and Treemap.js @ v6.4.0.
final class HierarchyLayouts {
    private HierarchyLayouts() {}

    /// Circles within circles.
    static Transform pack(Parameters parameters) {
        Size size = Size.of(parameters, "size");
        double padding = parameters.plus("padding", 0);
        FieldAccess radius = parameters.field("radius");
        return new HierarchyTransform(
                parameters,
                nodes -> new PackLayout(
                        size.width(),
                        size.height(),
                        padding,
                        radius == null ? null : nodes.ofLeaves(radius, parameters.allocator())),
                "x",
                "y",
                "r",
                "depth",
                "children");
    }

    /// A band of rectangles for each level.
    static Transform partition(Parameters parameters) {
        Size size = Size.of(parameters, "size");
        PartitionLayout layout = new PartitionLayout(
                size.width(), size.height(), parameters.plus("padding", 0), parameters.isTrue("round"));
        return new HierarchyTransform(parameters, _ -> layout, "x0", "y0", "x1", "y1", "depth", "children");
    }

    /// Node-link diagrams.
    static Transform tree(Parameters parameters) {
        boolean isPerNode = parameters.has("nodeSize");
        Size size = Size.of(parameters, isPerNode ? "nodeSize" : "size");
        Separation separation = parameters.isNotFalse("separation") ? Separation.BY_FAMILY : Separation.EVEN;
        NodeSpacing spacing = new NodeSpacing(size.width(), size.height(), isPerNode, separation);
        Object method = parameters.value("method");
        if (!Coercion.toBoolean(method) || "tidy".equals(method)) {
            return new HierarchyTransform(parameters, _ -> new TidyTree(spacing), "x", "y", "depth", "children");
        }
        if ("cluster".equals(method)) {
            return new HierarchyTransform(parameters, _ -> new ClusterTree(spacing), "x", "y", "depth", "children");
        }
        throw parameters.invalid("found the method \"" + method + "\", expected tidy or cluster");
    }

    /// Rectangles within rectangles.
    static Transform treemap(Parameters parameters) {
        Size size = Size.of(parameters, "size");
        TreemapLayout layout = new TreemapLayout(
                size.width(), size.height(), tiling(parameters), padding(parameters), parameters.isTrue("round"));
        return new HierarchyTransform(parameters, _ -> layout, "x0", "y0", "x1", "y1", "depth", "children");
    }

    /// The tiling of a first run: `resquarify` differs from `squarify` only where it has laid out the tree before.
    private static Tiling tiling(Parameters parameters) {
        String method = parameters.has("method") ? String.valueOf(parameters.value("method")) : "squarify";
        return switch (method) {
            case "squarify", "resquarify" -> Tiling.squarify(ratio(parameters));
            case "binary" -> Tiling.binary();
            case "dice" -> Tiling.dice();
            case "slice" -> Tiling.slice();
            case "slicedice" -> Tiling.sliceDice();
            default ->
                throw parameters.invalid("found the method \"" + method
                        + "\", expected squarify, resquarify, binary, dice, slice or slicedice");
        };
    }

    private static double ratio(Parameters parameters) {
        double ratio = parameters.plus("ratio", Tiling.GOLDEN_RATIO);
        return ratio > 1 ? ratio : 1;
    }

    private static TreemapLayout.Padding padding(Parameters parameters) {
        double all = parameters.plus("padding", 0);
        double outer = parameters.plus("paddingOuter", all);
        return new TreemapLayout.Padding(
                parameters.plus("paddingInner", all),
                parameters.plus("paddingTop", outer),
                parameters.plus("paddingRight", outer),
                parameters.plus("paddingBottom", outer),
                parameters.plus("paddingLeft", outer));
    }

    /// A width and a height, 1 by 1 when the spec gives none.
    private record Size(double width, double height) {
        static Size of(Parameters parameters, String name) {
            if (!parameters.has(name)) {
                return new Size(1, 1);
            }
            List<@Nullable Object> sides = parameters.list(name);
            if (sides == null) {
                throw parameters.invalid("expected a list of two numbers in \"" + name + "\"");
            }
            return new Size(side(sides, 0), side(sides, 1));
        }

        private static double side(List<@Nullable Object> sides, int index) {
            return Coercion.toNumber(index < sides.size() ? sides.get(index) : Undefined.UNDEFINED);
        }
    }
}
