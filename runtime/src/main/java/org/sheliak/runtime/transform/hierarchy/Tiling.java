package org.sheliak.runtime.transform.hierarchy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Area;
import org.sheliak.runtime.transform.hierarchy.Rectangles.Siblings;

/// Divides the rectangle of a node between its children.
///
/// Source: d3-hierarchy/src/treemap @ v3.1.3.
@FunctionalInterface
public interface Tiling {
    /// The golden ratio, which rectangles come near to where nothing else is said.
    double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    /// Places the children.
    ///
    /// @param children all of a node's, with the node's own value
    /// @param depth of the node
    void tile(Rectangles rectangles, Siblings children, Area area, int depth);

    /// Side by side.
    static Tiling dice() {
        return (rectangles, children, area, _) -> rectangles.dice(children, area);
    }

    /// On top of each other.
    static Tiling slice() {
        return (rectangles, children, area, _) -> rectangles.slice(children, area);
    }

    /// Side by side on the first level, on top of each other on the next, and so on.
    static Tiling sliceDice() {
        return (rectangles, children, area, depth) -> {
            if (depth % 2 == 1) {
                rectangles.slice(children, area);
            } else {
                rectangles.dice(children, area);
            }
        };
    }

    /// Rows of rectangles that come near to a ratio.
    ///
    /// @param ratio of the longer to the shorter side, at least 1
    static Tiling squarify(double ratio) {
        return (rectangles, children, area, _) -> new Squarified(rectangles, children, ratio).tile(area);
    }

    /// Halves of about the same value, and these again.
    static Tiling binary() {
        return (rectangles, children, area, _) -> new Halves(rectangles, children).tile(area);
    }

    /// The rows of [#squarify].
    ///
    /// Source: d3-hierarchy/src/treemap/squarify.js @ v3.1.3, after M. Bruls, K. Huizing, J. van Wijk, "Squarified
    /// Treemaps", VisSym 2000.
    @SuppressWarnings("ArrayRecordComponent")
    record Squarified(Rectangles rectangles, Siblings children, double ratio) {

        void tile(Area whole) {
            Area rest = whole;
            double value = children.value();
            int from = 0;
            while (from < children.to()) {
                Row row = row(
                        from, Math.max(rest.height() / rest.width(), rest.width() / rest.height()) / (value * ratio));
                Siblings siblings = new Siblings(children.nodes(), from, row.to(), row.value());
                rest = rest.width() < rest.height() ? diced(siblings, rest, value) : sliced(siblings, rest, value);
                value -= row.value();
                from = row.to();
            }
        }

        /// Where a row ends and the sum of its values.
        private record Row(int to, double value) {}

        /// Takes nodes as long as the worst ratio among them gets no worse.
        private Row row(int from, double alpha) {
            int to = from;
            double sum;
            do {
                sum = value(to++);
            } while (isNothing(sum) && to < children.to());
            double least = sum;
            double most = sum;
            double worst = worst(sum, least, most, alpha);
            for (; to < children.to(); to++) {
                double next = value(to);
                sum += next;
                least = Math.min(next, least);
                most = Math.max(next, most);
                double worse = worst(sum, least, most, alpha);
                if (worse > worst) {
                    // Not the sum before: its last bits may differ.
                    sum -= next;
                    break;
                }
                worst = worse;
            }
            return new Row(to, sum);
        }

        private double value(int child) {
            return rectangles.values()[children.nodes()[child]];
        }

        private static double worst(double sum, double least, double most, double alpha) {
            double beta = sum * sum * alpha;
            return Math.max(most / beta, beta / least);
        }

        private Area diced(Siblings row, Area area, double value) {
            double end = isNothing(value) ? area.y1() : area.y0() + area.height() * row.value() / value;
            rectangles.dice(row, new Area(area.x0(), area.y0(), area.x1(), end));
            return new Area(area.x0(), isNothing(value) ? area.y0() : end, area.x1(), area.y1());
        }

        private Area sliced(Siblings row, Area area, double value) {
            double end = isNothing(value) ? area.x1() : area.x0() + area.width() * row.value() / value;
            rectangles.slice(row, new Area(area.x0(), area.y0(), end, area.y1()));
            return new Area(isNothing(value) ? area.x0() : end, area.y0(), area.x1(), area.y1());
        }

        private static boolean isNothing(double value) {
            return value == 0 || Double.isNaN(value);
        }
    }

    /// The halves of [#binary].
    ///
    /// Source: d3-hierarchy/src/treemap/binary.js @ v3.1.3.
    @SuppressWarnings("ArrayRecordComponent")
    record Halves(Rectangles rectangles, int[] nodes, double value, double[] sums) {

        Halves(Rectangles rectangles, Siblings children) {
            this(rectangles, children.nodes(), children.value(), sums(rectangles, children.nodes()));
        }

        private static double[] sums(Rectangles rectangles, int[] nodes) {
            double[] sums = new double[nodes.length + 1];
            for (int i = 0; i < nodes.length; i++) {
                sums[i + 1] = sums[i] + rectangles.values()[nodes[i]];
            }
            return sums;
        }

        private record Part(int from, int to, double value, Area area) {}

        void tile(Area whole) {
            Deque<Part> parts = new ArrayDeque<>();
            parts.push(new Part(0, nodes.length, value, whole));
            while (!parts.isEmpty()) {
                Part part = parts.pop();
                if (part.from() >= part.to() - 1) {
                    rectangles.put(nodes[part.from()], part.area());
                } else {
                    divide(part, parts);
                }
            }
        }

        private void divide(Part part, Deque<Part> parts) {
            int middle = middle(part);
            double left = sums[middle] - sums[part.from()];
            double right = part.value() - left;
            Area area = part.area();
            Area first;
            Area second;
            if (area.width() > area.height()) {
                double x = between(area.x0(), area.x1(), left, right, part.value());
                first = new Area(area.x0(), area.y0(), x, area.y1());
                second = new Area(x, area.y0(), area.x1(), area.y1());
            } else {
                double y = between(area.y0(), area.y1(), left, right, part.value());
                first = new Area(area.x0(), area.y0(), area.x1(), y);
                second = new Area(area.x0(), y, area.x1(), area.y1());
            }
            parts.push(new Part(middle, part.to(), right, second));
            parts.push(new Part(part.from(), middle, left, first));
        }

        private static double between(double from, double to, double left, double right, double value) {
            return value == 0 || Double.isNaN(value) ? to : (from * right + to * left) / value;
        }

        private int middle(Part part) {
            double target = part.value() / 2 + sums[part.from()];
            int low = part.from() + 1;
            int high = part.to() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sums[middle] < target) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            boolean isNearer = target - sums[low - 1] < sums[low] - target;
            return isNearer && part.from() + 1 < low ? low - 1 : low;
        }
    }
}
