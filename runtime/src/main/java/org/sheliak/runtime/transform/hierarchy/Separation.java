package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;

/// How far apart neighbours stand, as a multiple of the least distance.
public enum Separation {
    /// All neighbours alike.
    EVEN {
        @Override
        double between(TreeShape tree, int left, int right) {
            return 1;
        }
    },
    /// Cousins twice as far as siblings.
    BY_FAMILY {
        @Override
        double between(TreeShape tree, int left, int right) {
            return tree.parent(left) == tree.parent(right) ? 1 : 2;
        }
    };

    abstract double between(TreeShape tree, int left, int right);
}
