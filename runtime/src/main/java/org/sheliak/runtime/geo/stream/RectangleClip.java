package org.sheliak.runtime.geo.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clips shapes of the plane to a rectangle. A polygon is cut into the visible parts of its rings first, which are then
/// joined along the rectangle.
///
/// Source: d3-geo/src/clip/rectangle.js @ v3.1.
public final class RectangleClip implements GeoSink {
    private static final double FARTHEST = 1e9;

    private final RectangleBorder border;
    private final GeoSink sink;
    private final LineBuffer buffer = new LineBuffer();
    private final List<List<double[]>> segments = new ArrayList<>();
    private final List<List<double[]>> rings = new ArrayList<>();
    private GeoSink active;
    private boolean isInPolygon;
    private boolean isInLine;
    private boolean isWhole;
    private double @Nullable [] first;
    private double[] previous = {Double.NaN, Double.NaN};
    private boolean wasVisible;

    public RectangleClip(double left, double top, double right, double bottom, GeoSink sink) {
        this.border = new RectangleBorder(left, top, right, bottom);
        this.sink = sink;
        this.active = sink;
    }

    @Override
    public void point(double x, double y) {
        if (isInLine) {
            linePoint(x, y);
        } else if (border.isVisible(x, y)) {
            active.point(x, y);
        }
    }

    @Override
    public void lineStart() {
        isInLine = true;
        if (isInPolygon) {
            rings.add(new ArrayList<>());
        }
        first = null;
        wasVisible = false;
        previous = new double[] {Double.NaN, Double.NaN};
    }

    @Override
    public void lineEnd() {
        if (isInPolygon) {
            double[] start = first == null ? new double[] {Double.NaN, Double.NaN} : first;
            linePoint(start[0], start[1]);
            if (wasVisible && border.isVisible(start[0], start[1])) {
                buffer.rejoin();
            }
            segments.addAll(buffer.take());
        }
        isInLine = false;
        if (wasVisible) {
            active.lineEnd();
        }
    }

    private void linePoint(double x, double y) {
        boolean isVisible = border.isVisible(x, y);
        double[] point = {x, y};
        if (isInPolygon) {
            rings.getLast().add(new double[] {x, y});
        }
        if (first == null) {
            first = point;
            if (isVisible) {
                active.lineStart();
                active.point(x, y);
            }
        } else if (isVisible && wasVisible) {
            active.point(x, y);
        } else {
            point = near(point);
            cut(near(previous), point, isVisible);
        }
        previous = point;
        wasVisible = isVisible;
    }

    private static double[] near(double[] point) {
        return new double[] {
            Math.max(-FARTHEST, Math.min(FARTHEST, point[0])), Math.max(-FARTHEST, Math.min(FARTHEST, point[1]))
        };
    }

    private void cut(double[] from, double[] to, boolean isVisible) {
        double[] part = border.visiblePart(from, to);
        if (part != null) {
            if (!wasVisible) {
                active.lineStart();
                active.point(part[0], part[1]);
            }
            active.point(part[2], part[3]);
            if (!isVisible) {
                active.lineEnd();
            }
            isWhole = false;
        } else if (isVisible) {
            active.lineStart();
            active.point(to[0], to[1]);
            isWhole = false;
        }
    }

    @Override
    public void polygonStart() {
        isInPolygon = true;
        active = buffer;
        segments.clear();
        rings.clear();
        isWhole = true;
    }

    @Override
    public void polygonEnd() {
        int winding = border.winding(rings);
        boolean isAround = isWhole && winding != 0;
        if (isAround || !segments.isEmpty()) {
            sink.polygonStart();
            if (isAround) {
                sink.lineStart();
                border.tell(null, null, 1, sink);
                sink.lineEnd();
            }
            new RejoinedRings(segments, border, sink).tell(winding != 0);
            sink.polygonEnd();
        }
        active = sink;
        isInPolygon = false;
    }

    @Override
    public void sphere() {}
}
