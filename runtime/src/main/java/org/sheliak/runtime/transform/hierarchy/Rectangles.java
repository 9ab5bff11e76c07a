package org.sheliak.runtime.transform.hierarchy;

import org.sheliak.runtime.table.TreeShape;

/// The rectangles of a tree's nodes in the making.
///
/// @param values the value of each node
@SuppressWarnings("ArrayRecordComponent")
record Rectangles(double[] x0, double[] y0, double[] x1, double[] y1, double[] values) {

    static Rectangles of(TreeShape tree, double[] values) {
        int count = tree.nodeCount();
        return new Rectangles(new double[count], new double[count], new double[count], new double[count], values);
    }

    /// The fields of a layout.
    double[][] toArrays() {
        return new double[][] {x0, y0, x1, y1};
    }

    void put(int node, Area area) {
        x0[node] = area.x0();
        y0[node] = area.y0();
        x1[node] = area.x1();
        y1[node] = area.y1();
    }

    Area get(int node) {
        return new Area(x0[node], y0[node], x1[node], y1[node]);
    }

    /// Rounds all coordinates as `Math.round` of JavaScript does.
    void round() {
        for (double[] coordinates : toArrays()) {
            for (int node = 0; node < coordinates.length; node++) {
                double below = Math.floor(coordinates[node]);
                coordinates[node] = coordinates[node] - below >= 0.5 ? below + 1 : below;
            }
        }
    }

    /// Side by side in the order of the nodes, each as wide as its value.
    void dice(Siblings siblings, Area area) {
        double scale = scale(siblings.value(), area.width());
        double x = area.x0();
        for (int i = siblings.from(); i < siblings.to(); i++) {
            int node = siblings.nodes()[i];
            y0[node] = area.y0();
            y1[node] = area.y1();
            x0[node] = x;
            x1[node] = x += values[node] * scale;
        }
    }

    /// On top of each other in the order of the nodes, each as high as its value.
    void slice(Siblings siblings, Area area) {
        double scale = scale(siblings.value(), area.height());
        double y = area.y0();
        for (int i = siblings.from(); i < siblings.to(); i++) {
            int node = siblings.nodes()[i];
            x0[node] = area.x0();
            x1[node] = area.x1();
            y0[node] = y;
            y1[node] = y += values[node] * scale;
        }
    }

    private static double scale(double value, double length) {
        return value == 0 || Double.isNaN(value) ? value : length / value;
    }

    /// Some of the children of a node.
    ///
    /// @param value their values together
    record Siblings(int[] nodes, int from, int to, double value) {}

    /// A rectangle.
    record Area(double x0, double y0, double x1, double y1) {
        double width() {
            return x1 - x0;
        }

        double height() {
            return y1 - y0;
        }

        /// Without a margin on each side; where that leaves nothing, the line in the middle.
        Area without(double left, double top, double right, double bottom) {
            double newX0 = x0 + left;
            double newY0 = y0 + top;
            double newX1 = x1 - right;
            double newY1 = y1 - bottom;
            if (newX1 < newX0) {
                newX0 = newX1 = (newX0 + newX1) / 2;
            }
            if (newY1 < newY0) {
                newY0 = newY1 = (newY0 + newY1) / 2;
            }
            return new Area(newX0, newY0, newX1, newY1);
        }
    }
}
