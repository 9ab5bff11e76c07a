package org.sheliak.runtime.transform.hierarchy;

import java.util.Arrays;
import org.sheliak.runtime.table.TreeShape;

/// A node-link diagram that is as narrow as neighbours allow: `x`, `y`.
///
/// Source: d3-hierarchy/src/tree.js @ v3.1.3, after C. Buchheim, M. Jünger, S. Leipert, "Improving Walker's Algorithm
/// to Run in Linear Time", Graph Drawing 2002, whose names the walks and shifts have.
public record TidyTree(NodeSpacing spacing) implements HierarchyLayout {

    @Override
    public double[][] place(TreeShape tree, double[] values) {
        double[] x = new Walk(tree, spacing.separation()).positions();
        double[] y = new double[tree.nodeCount()];
        if (spacing.isPerNode()) {
            for (int node : tree.breadthFirst()) {
                x[node] *= spacing.width();
                y[node] = tree.depth(node) * spacing.height();
            }
        } else {
            scaleToSize(tree, x, y);
        }
        return new double[][] {x, y};
    }

    private void scaleToSize(TreeShape tree, double[] x, double[] y) {
        int left = tree.root();
        int right = tree.root();
        for (int node : tree.parentsFirst()) {
            left = x[node] < x[left] ? node : left;
            right = x[node] > x[right] ? node : right;
        }
        double margin = left == right ? 1 : spacing.separation().between(tree, left, right) / 2;
        double shift = margin - x[left];
        double scaleX = spacing.width() / (x[right] + margin + shift);
        double scaleY = spacing.height() / Math.max(1, tree.height());
        for (int node : tree.breadthFirst()) {
            x[node] = (x[node] + shift) * scaleX;
            y[node] = tree.depth(node) * scaleY;
        }
    }

    /// The two walks of the algorithm. The root hangs on a node of its own, whose number is the last.
    private static final class Walk {
        private final TreeShape tree;
        private final Separation separation;
        private final int aboveRoot;
        private final int[] numbers;
        private final int[] ancestors;
        private final int[] defaultAncestors;
        private final int[] threads;
        private final double[] preliminary;
        private final double[] modifiers;
        private final double[] changes;
        private final double[] shifts;

        Walk(TreeShape tree, Separation separation) {
            this.tree = tree;
            this.separation = separation;
            aboveRoot = tree.nodeCount();
            int size = tree.nodeCount() + 1;
            numbers = new int[size];
            ancestors = new int[size];
            Arrays.setAll(ancestors, node -> node);
            defaultAncestors = filled(size);
            threads = filled(size);
            preliminary = new double[size];
            modifiers = new double[size];
            changes = new double[size];
            shifts = new double[size];
        }

        private static int[] filled(int size) {
            int[] none = new int[size];
            Arrays.fill(none, TreeShape.NONE);
            return none;
        }

        double[] positions() {
            for (int node : tree.breadthFirst()) {
                int[] children = tree.children(node);
                for (int i = 0; i < children.length; i++) {
                    numbers[children[i]] = i;
                }
            }
            for (int node : tree.childrenFirst()) {
                firstWalk(node);
            }
            modifiers[aboveRoot] = -preliminary[tree.root()];
            double[] x = new double[tree.nodeCount()];
            for (int node : tree.parentsFirst()) {
                x[node] = preliminary[node] + modifiers[parent(node)];
                modifiers[node] += modifiers[parent(node)];
            }
            return x;
        }

        private int parent(int node) {
            return node == tree.root() ? aboveRoot : tree.parent(node);
        }

        private int firstSibling(int node) {
            return node == tree.root() ? node : tree.children(tree.parent(node))[0];
        }

        /// Gives a node its preliminary place: beside its left sibling, over the middle of its children.
        private void firstWalk(int node) {
            int left = numbers[node] == 0 ? TreeShape.NONE : tree.children(tree.parent(node))[numbers[node] - 1];
            double beside = left == TreeShape.NONE ? 0 : preliminary[left] + separation.between(tree, node, left);
            if (tree.isLeaf(node)) {
                preliminary[node] = beside;
            } else {
                executeShifts(tree.children(node));
                double middle = middle(tree.children(node));
                preliminary[node] = left == TreeShape.NONE ? middle : beside;
                modifiers[node] = left == TreeShape.NONE ? modifiers[node] : beside - middle;
            }
            int known = defaultAncestors[parent(node)];
            int ancestor = known == TreeShape.NONE ? firstSibling(node) : known;
            defaultAncestors[parent(node)] = left == TreeShape.NONE ? ancestor : apportion(node, left, ancestor);
        }

        private double middle(int[] children) {
            return (preliminary[children[0]] + preliminary[children[children.length - 1]]) / 2;
        }

        private void executeShifts(int[] children) {
            double shift = 0;
            double change = 0;
            for (int i = children.length - 1; i >= 0; i--) {
                int child = children[i];
                preliminary[child] += shift;
                modifiers[child] += shift;
                change += changes[child];
                shift += shifts[child] + change;
            }
        }

        /// Moves a subtree so far to the right that it clears its left siblings, and returns the new default ancestor.
        private int apportion(int node, int leftSibling, int ancestor) {
            int outerLeft = firstSibling(node);
            int outerRight = node;
            double innerRightSum = modifiers[node];
            double outerRightSum = modifiers[node];
            double innerLeftSum = modifiers[leftSibling];
            double outerLeftSum = modifiers[outerLeft];
            int innerLeft = nextRight(leftSibling);
            int innerRight = nextLeft(node);
            while (innerLeft != TreeShape.NONE && innerRight != TreeShape.NONE) {
                outerLeft = nextLeft(outerLeft);
                outerRight = nextRight(outerRight);
                ancestors[outerRight] = node;
                double shift = preliminary[innerLeft]
                        + innerLeftSum
                        - preliminary[innerRight]
                        - innerRightSum
                        + separation.between(tree, innerLeft, innerRight);
                if (shift > 0) {
                    moveSubtree(nextAncestor(innerLeft, node, ancestor), node, shift);
                    innerRightSum += shift;
                    outerRightSum += shift;
                }
                innerLeftSum += modifiers[innerLeft];
                innerRightSum += modifiers[innerRight];
                outerLeftSum += modifiers[outerLeft];
                outerRightSum += modifiers[outerRight];
                innerLeft = nextRight(innerLeft);
                innerRight = nextLeft(innerRight);
            }
            if (innerLeft != TreeShape.NONE && nextRight(outerRight) == TreeShape.NONE) {
                threads[outerRight] = innerLeft;
                modifiers[outerRight] += innerLeftSum - outerRightSum;
            }
            if (innerRight != TreeShape.NONE && nextLeft(outerLeft) == TreeShape.NONE) {
                threads[outerLeft] = innerRight;
                modifiers[outerLeft] += innerRightSum - outerLeftSum;
                return node;
            }
            return ancestor;
        }

        private int nextLeft(int node) {
            return tree.isLeaf(node) ? threads[node] : tree.children(node)[0];
        }

        private int nextRight(int node) {
            int[] children = tree.children(node);
            return children.length == 0 ? threads[node] : children[children.length - 1];
        }

        private int nextAncestor(int innerLeft, int node, int ancestor) {
            int candidate = ancestors[innerLeft];
            return parent(candidate) == parent(node) ? candidate : ancestor;
        }

        private void moveSubtree(int left, int right, double shift) {
            double change = shift / (numbers[right] - numbers[left]);
            changes[right] -= change;
            shifts[right] += shift;
            changes[left] += change;
            preliminary[right] += shift;
            modifiers[right] += shift;
        }
    }
}
