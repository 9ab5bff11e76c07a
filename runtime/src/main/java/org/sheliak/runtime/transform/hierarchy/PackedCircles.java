package org.sheliak.runtime.transform.hierarchy;

import java.util.ArrayList;
import java.util.List;

/// Places circles side by side so that they touch, as near to a common center as one after the other can come.
///
/// The circles at the rim, the front chain, form a ring; each new circle goes between two neighbours of it, and
/// neighbours that the new circle would overlap leave the chain until it fits.
///
/// Source: d3-hierarchy/src/pack/siblings.js @ v3.1.3, after W. Wang, H. Wang, G. Dai, H. Wang, "Visualization of Large
/// Hierarchical Data by Circle Packing", CHI 2006.
final class PackedCircles {
    private static final double OVERLAP = 1e-6;

    private final double[] x;
    private final double[] y;
    private final double[] radii;
    private final int[] next;
    private final int[] previous;

    /// @param radii not changed
    PackedCircles(double[] radii) {
        this.radii = radii;
        x = new double[radii.length];
        y = new double[radii.length];
        next = new int[radii.length];
        previous = new int[radii.length];
    }

    double x(int circle) {
        return x[circle];
    }

    double y(int circle) {
        return y[circle];
    }

    /// Places at least one circle around the origin, and returns the radius of the circle around all.
    double pack(LinearRandom random) {
        if (radii.length == 1) {
            return radii[0];
        }
        x[0] = -radii[1];
        x[1] = radii[0];
        if (radii.length == 2) {
            return radii[0] + radii[1];
        }
        place(1, 0, 2);
        int front = packFrom(3);
        Circle around = EnclosingCircle.around(chain(front), random);
        for (int circle = 0; circle < radii.length; circle++) {
            x[circle] -= around.x();
            y[circle] -= around.y();
        }
        return around.radius();
    }

    /// Places all circles from the given one on, and returns one that is in the front chain.
    private int packFrom(int first) {
        link(0, 1);
        link(1, 2);
        link(2, 0);
        int a = 0;
        int b = 1;
        for (int circle = first; circle < radii.length; ) {
            place(a, b, circle);
            int ahead = next[b];
            int behind = previous[a];
            double aheadDistance = radii[b];
            double behindDistance = radii[a];
            boolean fits = true;
            do {
                if (aheadDistance <= behindDistance) {
                    if (overlaps(ahead, circle)) {
                        b = ahead;
                        fits = false;
                        break;
                    }
                    aheadDistance += radii[ahead];
                    ahead = next[ahead];
                } else {
                    if (overlaps(behind, circle)) {
                        a = behind;
                        fits = false;
                        break;
                    }
                    behindDistance += radii[behind];
                    behind = previous[behind];
                }
            } while (ahead != next[behind]);
            if (fits) {
                link(a, circle);
                link(circle, b);
                a = nearest(a, circle);
                b = next[a];
                circle++;
            } else {
                link(a, b);
            }
        }
        return b;
    }

    private void link(int left, int right) {
        next[left] = right;
        previous[right] = left;
    }

    /// The circle of the chain that is, with the one after it, nearest to the center.
    private int nearest(int known, int inserted) {
        int best = known;
        double least = score(known);
        for (int circle = next[inserted]; circle != inserted; circle = next[circle]) {
            double score = score(circle);
            if (score < least) {
                best = circle;
                least = score;
            }
        }
        return best;
    }

    private double score(int circle) {
        int after = next[circle];
        double sum = radii[circle] + radii[after];
        double dx = (x[circle] * radii[after] + x[after] * radii[circle]) / sum;
        double dy = (y[circle] * radii[after] + y[after] * radii[circle]) / sum;
        return dx * dx + dy * dy;
    }

    private boolean overlaps(int a, int b) {
        double sum = radii[a] + radii[b] - OVERLAP;
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        return sum > 0 && sum * sum > dx * dx + dy * dy;
    }

    /// Places a circle so that it touches two others.
    private void place(int b, int a, int circle) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double squared = dx * dx + dy * dy;
        if (squared == 0 || Double.isNaN(squared)) {
            x[circle] = x[a] + radii[circle];
            y[circle] = y[a];
            return;
        }
        double fromA = square(radii[a] + radii[circle]);
        double fromB = square(radii[b] + radii[circle]);
        if (fromA > fromB) {
            double along = (squared + fromB - fromA) / (2 * squared);
            double across = Math.sqrt(Math.max(0, fromB / squared - along * along));
            x[circle] = x[b] - along * dx - across * dy;
            y[circle] = y[b] - along * dy + across * dx;
        } else {
            double along = (squared + fromA - fromB) / (2 * squared);
            double across = Math.sqrt(Math.max(0, fromA / squared - along * along));
            x[circle] = x[a] + along * dx - across * dy;
            y[circle] = y[a] + along * dy + across * dx;
        }
    }

    private static double square(double number) {
        return number * number;
    }

    private Circle[] chain(int start) {
        List<Circle> circles = new ArrayList<>();
        int circle = start;
        do {
            circles.add(new Circle(x[circle], y[circle], radii[circle]));
            circle = next[circle];
        } while (circle != start);
        return circles.toArray(Circle[]::new);
    }
}
