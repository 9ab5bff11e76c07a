package org.sheliak.runtime.transform.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;

/// Estimates the density of weighted points in the plane on a grid of square cells: points are counted by cell, and the
/// counts are blurred three times, which comes close to a normal kernel.
///
/// Counts are 32-bit floats, as in Vega, so that sums lose the same bits. Cost: O(points + cells).
///
/// Source: vega-geo/src/util/density2D.js @ v6.4.0, after d3-contour.
public final class DensityGrid {
    private static final int MAX_CELLS = 1 << 26;
    private static final int BLUR_MARGIN = 2;

    private final int shift;
    private final int marginX;
    private final int marginY;
    private final int innerWidth;
    private final int innerHeight;
    private final int width;
    private final int height;
    private final int radiusX;
    private final int radiusY;
    private float[] values;

    /// The shape of a grid.
    ///
    /// @param width of the area, in pixels
    /// @param height of the area, in pixels
    /// @param cellSize the side of a cell, in pixels; the next lower power of two counts
    public record Shape(double width, double height, double cellSize) {
        int shift() {
            return Coercion.toInt32(Math.floor(StrictMath.log(cellSize) / StrictMath.log(2)));
        }
    }

    /// An empty grid.
    ///
    /// @param bandwidthX of the kernel, in pixels
    /// @param bandwidthY of the kernel, in pixels
    /// @throws SheliakException RESOURCE_LIMIT for more than 64 million cells
    public DensityGrid(Shape shape, double bandwidthX, double bandwidthY) {
        shift = shape.shift();
        radiusX = radius(bandwidthX) >> shift;
        radiusY = radius(bandwidthY) >> shift;
        marginX = radiusX == 0 ? 0 : radiusX + BLUR_MARGIN;
        marginY = radiusY == 0 ? 0 : radiusY + BLUR_MARGIN;
        innerWidth = Coercion.toInt32(shape.width()) >> shift;
        innerHeight = Coercion.toInt32(shape.height()) >> shift;
        width = 2 * marginX + innerWidth;
        height = 2 * marginY + innerHeight;
        if ((long) width * height > MAX_CELLS) {
            throw new SheliakException(
                    ErrorCode.RESOURCE_LIMIT,
                    SourceLocation.UNKNOWN,
                    "the grid has " + width + " x " + height + " cells, expected at most " + MAX_CELLS);
        }
        values = new float[width * height];
    }

    private static int radius(double bandwidth) {
        return Coercion.toInt32(Math.floor((Math.sqrt(4 * bandwidth * bandwidth + 1) - 1) / 2 + 0.5));
    }

    /// Counts a point; one that lies outside of the grid is left out.
    public void add(double x, double y, double weight) {
        int column = marginX + (Coercion.toInt32(x) >> shift);
        int row = marginY + (Coercion.toInt32(y) >> shift);
        if (column >= 0 && column < width && row >= 0 && row < height) {
            values[column + row * width] = (float) (values[column + row * width] + weight);
        }
    }

    /// Blurs the counts.
    ///
    /// @param counts whether they stay counts by square pixel, or become probabilities
    public void finish(boolean counts) {
        for (int pass = 0; pass < 3; pass++) {
            values = radiusX > 0 ? blurredRows() : values;
            values = radiusY > 0 ? blurredColumns() : values;
        }
        double factor = counts ? StrictMath.pow(2, -2 * shift) : 1 / sum();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factor);
        }
    }

    private double sum() {
        double sum = 0;
        for (float value : values) {
            sum += Float.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    private float[] blurredRows() {
        float[] target = new float[values.length];
        for (int row = 0; row < height; row++) {
            blur(target, new Line(row * width, 1, width), radiusX);
        }
        return target;
    }

    private float[] blurredColumns() {
        float[] target = new float[values.length];
        for (int column = 0; column < width; column++) {
            blur(target, new Line(column, width, height), radiusY);
        }
        return target;
    }

    /// A row or column of cells.
    private record Line(int start, int step, int length) {}

    /// Writes the moving average of a line, over fewer cells at its ends.
    private void blur(float[] target, Line line, int radius) {
        int window = 2 * radius + 1;
        double sum = 0;
        for (int i = 0; i < line.length + radius; i++) {
            if (i < line.length) {
                sum += values[line.start + i * line.step];
            }
            if (i >= radius) {
                if (i >= window) {
                    sum -= values[line.start + (i - window) * line.step];
                }
                int covered = Math.min(Math.min(i + 1, line.length - 1 + window - i), window);
                target[line.start + (i - radius) * line.step] = (float) (sum / covered);
            }
        }
    }

    /// Pixels to a cell's side.
    public double scale() {
        return 1 << shift;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Cells before the area begins, from the left.
    public int marginX() {
        return marginX;
    }

    /// Cells before the area begins, from the top.
    public int marginY() {
        return marginY;
    }

    /// The values of the cells, row by row.
    public GridValues values() {
        double[] numbers = new double[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i];
        }
        return GridValues.of(numbers);
    }

    /// The grid as the object that Vega's transforms pass on.
    public Map<String, @Nullable Object> toObject() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("values", values().asList());
        object.put("scale", scale());
        object.put("width", (double) width);
        object.put("height", (double) height);
        object.put("x1", (double) marginX);
        object.put("y1", (double) marginY);
        object.put("x2", (double) (marginX + innerWidth));
        object.put("y2", (double) (marginY + innerHeight));
        return object;
    }
}
