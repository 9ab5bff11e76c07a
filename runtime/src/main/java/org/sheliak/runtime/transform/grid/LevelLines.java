package org.sheliak.runtime.transform.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows the lines around the cells of a grid whose value is not less than a level, by marching squares, and stitches
/// their pieces into rings. Cost: O(cells).
///
/// Source: vega-geo/src/util/contours.js @ v6.4.0, after d3-contour and topojson-client.
final class LevelLines {
    /// The pieces of line through a square by which of its corners are in: bottom right 1... as d3-contour numbers
    /// them.
    /// A piece is x and y of its start and of its end, in half cells.
    private static final int[][][] PIECES = {
        {},
        {{2, 3, 1, 2}},
        {{3, 2, 2, 3}},
        {{3, 2, 1, 2}},
        {{2, 1, 3, 2}},
        {{2, 3, 1, 2}, {2, 1, 3, 2}},
        {{2, 1, 2, 3}},
        {{2, 1, 1, 2}},
        {{1, 2, 2, 1}},
        {{2, 3, 2, 1}},
        {{1, 2, 2, 1}, {3, 2, 2, 3}},
        {{3, 2, 2, 1}},
        {{1, 2, 3, 2}},
        {{2, 3, 3, 2}},
        {{1, 2, 2, 3}},
        {}
    };

    private final GridValues values;
    private final int width;
    private final int height;
    private final double level;
    private final Map<Long, Fragment> byStart = new HashMap<>();
    private final Map<Long, Fragment> byEnd = new HashMap<>();
    private final List<Ring> rings = new ArrayList<>();

    /// A line whose ends have not met.
    private static final class Fragment {
        private final Deque<double[]> points = new ArrayDeque<>();
        private long end;
    }

    private LevelLines(GridValues values, int width, int height, double level) {
        this.values = values;
        this.width = width;
        this.height = height;
        this.level = level;
    }

    /// The rings in the order in which they close.
    static List<Ring> of(GridValues values, int width, int height, double level) {
        LevelLines lines = new LevelLines(values, width, height, level);
        for (int y = -1; y < Math.max(height, 1); y++) {
            lines.march(y);
        }
        return lines.rings;
    }

    /// Goes through the squares between the cells of two rows; beyond the first and the last all is out.
    private void march(int y) {
        boolean isLast = y >= height - 1 && y >= 0;
        int lower = isLast ? 0 : in(0, y + 1);
        int upper = y < 0 ? 0 : in(0, y);
        stitchAll(lower << 1 | upper << 2, -1, y);
        for (int x = 0; x < width - 1; x++) {
            int lowerBefore = lower;
            int upperBefore = upper;
            lower = isLast ? 0 : in(x + 1, y + 1);
            upper = y < 0 ? 0 : in(x + 1, y);
            stitchAll(lowerBefore | lower << 1 | upper << 2 | upperBefore << 3, x, y);
        }
        stitchAll(lower | upper << 3, Math.max(width - 1, 0), y);
    }

    private int in(int x, int y) {
        return values.at(y * width + x) >= level ? 1 : 0;
    }

    private void stitchAll(int corners, int x, int y) {
        for (int[] piece : PIECES[corners]) {
            stitch(
                    new double[] {piece[0] / 2.0 + x, piece[1] / 2.0 + y},
                    new double[] {piece[2] / 2.0 + x, piece[3] / 2.0 + y});
        }
    }

    private void stitch(double[] start, double[] end) {
        long startIndex = index(start);
        long endIndex = index(end);
        Fragment before = byEnd.remove(startIndex);
        Fragment after = byStart.remove(endIndex);
        if (before != null && before == after) {
            before.points.addLast(end);
            rings.add(new Ring(new ArrayList<>(before.points)));
        } else if (before != null) {
            append(before, after, end, endIndex);
        } else if (after != null) {
            after.points.addFirst(start);
            byStart.put(startIndex, after);
        } else {
            begin(start, end, startIndex, endIndex);
        }
    }

    /// Lets a line go on to the end of a piece, or with the line that begins there.
    private void append(Fragment before, @Nullable Fragment after, double[] end, long endIndex) {
        if (after == null) {
            before.points.addLast(end);
            before.end = endIndex;
        } else {
            before.points.addAll(after.points);
            before.end = after.end;
        }
        byEnd.put(before.end, before);
    }

    private void begin(double[] start, double[] end, long startIndex, long endIndex) {
        Fragment fragment = new Fragment();
        fragment.points.add(start);
        fragment.points.add(end);
        fragment.end = endIndex;
        byStart.put(startIndex, fragment);
        byEnd.put(endIndex, fragment);
    }

    private long index(double[] point) {
        return (long) (point[0] * 2 + point[1] * (width + 1) * 4);
    }
}
