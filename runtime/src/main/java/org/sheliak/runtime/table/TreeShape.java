package org.sheliak.runtime.table;

import java.util.Arrays;

/// The shape of a tree of n nodes, which are numbered from 0. Immutable.
///
/// No walk over it recurses, for a tree may be as deep as it has nodes.
///
/// Source: d3-hierarchy/src/hierarchy @ v3.1.3 (the orders of `each`, `eachBefore` and `eachAfter`).
public final class TreeShape {
    /// In place of a node where there is none.
    public static final int NONE = -1;

    private static final int[] NO_NODES = {};

    private final int root;
    private final int[] parents;
    private final int[][] children;
    private final int[] depths;
    private final int[] breadthFirst;

    private TreeShape(int root, int[] parents, int[][] children) {
        this.root = root;
        this.parents = parents;
        this.children = children;
        this.depths = new int[parents.length];
        this.breadthFirst = walk();
    }

    /// The tree of nodes that each know their parent; children stand in the order of their numbers.
    /// Nodes that hang on no root are no part of it.
    ///
    /// @param parents the parent of each node, [#NONE] for the root; not copied
    public static TreeShape of(int root, int[] parents) {
        int[] counts = new int[parents.length];
        for (int parent : parents) {
            if (parent != NONE) {
                counts[parent]++;
            }
        }
        int[][] children = new int[parents.length][];
        for (int node = 0; node < parents.length; node++) {
            children[node] = counts[node] == 0 ? NO_NODES : new int[counts[node]];
        }
        for (int node = parents.length - 1; node >= 0; node--) {
            int parent = parents[node];
            if (parent != NONE) {
                children[parent][--counts[parent]] = node;
            }
        }
        return new TreeShape(root, parents, children);
    }

    private int[] walk() {
        int[] order = new int[parents.length];
        order[0] = root;
        int count = 1;
        for (int next = 0; next < count; next++) {
            for (int child : children[order[next]]) {
                depths[child] = depths[order[next]] + 1;
                order[count++] = child;
            }
        }
        return count == order.length ? order : Arrays.copyOf(order, count);
    }

    /// The same tree with the children in another order.
    ///
    /// @param ordered the children of each node; not copied
    public TreeShape withChildren(int[][] ordered) {
        return new TreeShape(root, parents, ordered);
    }

    public int root() {
        return root;
    }

    /// Number of nodes, those that hang on no root included.
    public int nodeCount() {
        return parents.length;
    }

    /// The parent of a node, or [#NONE].
    public int parent(int node) {
        return parents[node];
    }

    /// The children of a node in their order; borrowed.
    public int[] children(int node) {
        return children[node];
    }

    public boolean isLeaf(int node) {
        return children[node].length == 0;
    }

    /// Number of steps from the root.
    public int depth(int node) {
        return depths[node];
    }

    /// Number of steps from the root to the deepest leaf.
    public int height() {
        return depths[breadthFirst[breadthFirst.length - 1]];
    }

    /// The nodes level by level; borrowed.
    public int[] breadthFirst() {
        return breadthFirst;
    }

    /// Each node before its children, first child first.
    public int[] parentsFirst() {
        int[] order = new int[breadthFirst.length];
        int[] stack = new int[breadthFirst.length];
        int height = 1;
        stack[0] = root;
        for (int at = 0; height > 0; at++) {
            int node = stack[--height];
            order[at] = node;
            for (int i = children[node].length - 1; i >= 0; i--) {
                stack[height++] = children[node][i];
            }
        }
        return order;
    }

    /// Each node after its children, first child first.
    public int[] childrenFirst() {
        int[] order = new int[breadthFirst.length];
        int[] stack = new int[breadthFirst.length];
        int height = 1;
        stack[0] = root;
        for (int at = order.length - 1; height > 0; at--) {
            int node = stack[--height];
            order[at] = node;
            for (int child : children[node]) {
                stack[height++] = child;
            }
        }
        return order;
    }

    /// Bytes held, as an estimate.
    long sizeBytes() {
        return (long) parents.length * (4 * Integer.BYTES + Long.BYTES);
    }
}
