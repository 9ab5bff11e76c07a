package org.sheliak.runtime.geo.stream;

import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sqrt;
import static org.sheliak.runtime.geo.stream.Cartesian.EPSILON;

import org.jspecify.annotations.Nullable;

/// Projects shapes of the sphere, whose points are in radians. A line between two points is a great arc, which points
/// between them are projected of until the line follows it.
///
/// Source: d3-geo/src/projection/resample.js @ v3.1.
public final class ResampledStream implements GeoSink {
    private static final int DEEPEST = 16;
    private static final double LEAST_COSINE = cos(30 * Math.PI / 180);
    private static final Vertex NOWHERE =
            new Vertex(Double.NaN, Double.NaN, Double.NaN, new double[] {Double.NaN, Double.NaN, Double.NaN});

    private final PointMap projection;
    private final double precision;
    private final GeoSink sink;
    private @Nullable Vertex first;
    private Vertex previous = NOWHERE;
    private boolean isInPolygon;
    private boolean isInLine;

    /// A point of a line: in the plane, its longitude, and as a vector.
    @SuppressWarnings("ArrayRecordComponent")
    private record Vertex(double x, double y, double lambda, double[] vector) {}

    /// @param projection from longitude and latitude to x and y
    /// @param precision the square of the distance that a line may be off, in pixels; 0 for straight lines
    public ResampledStream(PointMap projection, double precision, GeoSink sink) {
        this.projection = projection;
        this.precision = precision;
        this.sink = sink;
    }

    @Override
    public void point(double lambda, double phi) {
        double[] point = projection.map(lambda, phi);
        if (isInLine && precision > 0) {
            Vertex vertex = new Vertex(point[0], point[1], lambda, Cartesian.of(lambda, phi));
            follow(previous, vertex, DEEPEST);
            first = first == null ? vertex : first;
            previous = vertex;
        }
        sink.point(point[0], point[1]);
    }

    @Override
    public void lineStart() {
        isInLine = true;
        first = null;
        previous = NOWHERE;
        sink.lineStart();
    }

    @Override
    public void lineEnd() {
        if (isInPolygon) {
            follow(previous, first == null ? NOWHERE : first, DEEPEST);
        }
        isInLine = false;
        sink.lineEnd();
    }

    @Override
    public void polygonStart() {
        isInPolygon = true;
        sink.polygonStart();
    }

    @Override
    public void polygonEnd() {
        isInPolygon = false;
        sink.polygonEnd();
    }

    @Override
    public void sphere() {
        sink.sphere();
    }

    /// Tells the points between two, both left out.
    private void follow(Vertex from, Vertex to, int depth) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double squared = dx * dx + dy * dy;
        if (!(squared > 4 * precision) || depth == 0) {
            return;
        }
        Vertex middle = middle(from, to);
        double awayX = middle.x - from.x;
        double awayY = middle.y - from.y;
        double off = dy * awayX - dx * awayY;
        if (off * off / squared > precision
                || Math.abs((dx * awayX + dy * awayY) / squared - 0.5) > 0.3
                || Cartesian.dot(from.vector, to.vector) < LEAST_COSINE) {
            follow(from, middle, depth - 1);
            sink.point(middle.x, middle.y);
            follow(middle, to, depth - 1);
        }
    }

    private Vertex middle(Vertex from, Vertex to) {
        double[] sum = Cartesian.sum(from.vector, to.vector);
        double length = sqrt(Cartesian.dot(sum, sum));
        double[] unit = {sum[0] / length, sum[1] / length, sum[2] / length};
        boolean isMeridian = Math.abs(Math.abs(unit[2]) - 1) < EPSILON || Math.abs(from.lambda - to.lambda) < EPSILON;
        double lambda = isMeridian ? (from.lambda + to.lambda) / 2 : atan2(sum[1], sum[0]);
        double[] point = projection.map(lambda, Cartesian.arcSine(unit[2]));
        return new Vertex(point[0], point[1], lambda, unit);
    }
}
