package org.sheliak.runtime.geo.stream;

/// The middle of all shapes that it is told, in the plane: of polygons weighed by their area, else of lines weighed by
/// their length, else of points.
///
/// Source: d3-geo/src/path/centroid.js @ v3.1.
public final class CentroidSink implements GeoSink {
    private final Mean points = new Mean();
    private final Mean lines = new Mean();
    private final Mean areas = new Mean();
    private boolean isInPolygon;
    private boolean isInLine;
    private boolean isFirst;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;

    /// Sums of places, and of what they weigh.
    private static final class Mean {
        private double x;
        private double y;
        private double weight;

        void add(double sumX, double sumY, double more) {
            x += sumX;
            y += sumY;
            weight += more;
        }

        boolean isThere() {
            return weight != 0 && !Double.isNaN(weight);
        }

        double[] place() {
            return new double[] {x / weight, y / weight};
        }
    }

    /// The x and y of the middle; NaN when there were no shapes.
    public double[] centroid() {
        if (areas.isThere()) {
            return areas.place();
        }
        if (lines.isThere()) {
            return lines.place();
        }
        return points.isThere() ? points.place() : new double[] {Double.NaN, Double.NaN};
    }

    @Override
    public void point(double x, double y) {
        if (isInLine && isFirst) {
            firstX = x;
            firstY = y;
            isFirst = false;
        } else if (isInLine) {
            addStretch(x, y);
        }
        points.add(x, y, 1);
        lastX = x;
        lastY = y;
    }

    private void addStretch(double x, double y) {
        double width = x - lastX;
        double height = y - lastY;
        double length = Math.sqrt(width * width + height * height);
        lines.add(length * (lastX + x) / 2, length * (lastY + y) / 2, length);
        if (isInPolygon) {
            double area = lastY * x - lastX * y;
            areas.add(area * (lastX + x), area * (lastY + y), area * 3);
        }
    }

    @Override
    public void lineStart() {
        isInLine = true;
        isFirst = true;
    }

    @Override
    public void lineEnd() {
        if (isInPolygon) {
            point(firstX, firstY);
        }
        isInLine = false;
    }

    @Override
    public void polygonStart() {
        isInPolygon = true;
    }

    @Override
    public void polygonEnd() {
        isInPolygon = false;
    }

    @Override
    public void sphere() {
        throw GeoSink.noPlane();
    }
}
