package org.sheliak.runtime.geo.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.geo.stream.SphereBorder.LineCutter;

/// Clips shapes of the sphere, whose points are in radians. A polygon is cut into the visible parts of its rings first,
/// which are then joined along the border.
///
/// Source: d3-geo/src/clip/index.js @ v3.1.
public final class SphereClip implements GeoSink {
    private final SphereBorder border;
    private final GeoSink sink;
    private final LineCutter line;
    private final LineBuffer ringBuffer = new LineBuffer();
    private final LineCutter ringCutter;
    private final List<List<double[]>> segments = new ArrayList<>();
    private final List<List<double[]>> rings = new ArrayList<>();
    private @Nullable List<double[]> ring;
    private boolean isInPolygon;
    private boolean isInLine;
    private boolean isPolygonTold;

    private SphereClip(SphereBorder border, GeoSink sink) {
        this.border = border;
        this.sink = sink;
        this.line = border.cutter(sink);
        this.ringCutter = border.cutter(ringBuffer);
    }

    /// Cuts shapes at the antimeridian.
    public static GeoSink antimeridian(GeoSink sink) {
        return new SphereClip(new AntimeridianBorder(), sink);
    }

    /// Lets pass what is near enough to the point 0, 0.
    ///
    /// @param radius in radians
    public static GeoSink circle(double radius, GeoSink sink) {
        return new SphereClip(new CircleBorder(radius), sink);
    }

    @Override
    public void point(double lambda, double phi) {
        if (ring != null) {
            ring.add(new double[] {lambda, phi});
            ringCutter.point(lambda, phi);
        } else if (isInLine) {
            line.point(lambda, phi);
        } else if (border.isVisible(lambda, phi)) {
            sink.point(lambda, phi);
        }
    }

    @Override
    public void lineStart() {
        if (isInPolygon) {
            ringCutter.lineStart();
            ring = new ArrayList<>();
        } else {
            isInLine = true;
            line.lineStart();
        }
    }

    @Override
    public void lineEnd() {
        if (ring != null) {
            endRing(ring);
        } else {
            isInLine = false;
            line.lineEnd();
        }
    }

    private void endRing(List<double[]> points) {
        if (points.isEmpty()) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, "a ring of a polygon has no points");
        }
        ringCutter.point(points.getFirst()[0], points.getFirst()[1]);
        ringCutter.lineEnd();
        rings.add(points);
        ring = null;
        List<List<double[]>> parts = ringBuffer.take();
        if (parts.isEmpty()) {
            return;
        }
        if ((ringCutter.outcome() & LineCutter.WHOLE) != 0) {
            tellWhole(parts.getFirst());
            return;
        }
        if (parts.size() > 1 && (ringCutter.outcome() & LineCutter.REJOIN) != 0) {
            List<double[]> joined = parts.removeLast();
            joined.addAll(parts.removeFirst());
            parts.add(joined);
        }
        parts.removeIf(part -> part.size() <= 1);
        segments.addAll(parts);
    }

    private void tellWhole(List<double[]> points) {
        if (points.size() <= 1) {
            return;
        }
        startPolygon();
        sink.lineStart();
        for (double[] point : points.subList(0, points.size() - 1)) {
            sink.point(point[0], point[1]);
        }
        sink.lineEnd();
    }

    private void startPolygon() {
        if (!isPolygonTold) {
            sink.polygonStart();
            isPolygonTold = true;
        }
    }

    @Override
    public void polygonStart() {
        isInPolygon = true;
        segments.clear();
        rings.clear();
    }

    @Override
    public void polygonEnd() {
        isInPolygon = false;
        boolean isStartInside = SphericalPolygon.contains(rings, border.start());
        if (!segments.isEmpty()) {
            startPolygon();
            new RejoinedRings(segments, border, sink).tell(isStartInside);
        } else if (isStartInside) {
            startPolygon();
            tellBorder();
        }
        if (isPolygonTold) {
            sink.polygonEnd();
            isPolygonTold = false;
        }
    }

    @Override
    public void sphere() {
        sink.polygonStart();
        tellBorder();
        sink.polygonEnd();
    }

    private void tellBorder() {
        sink.lineStart();
        border.tell(null, null, 1, sink);
        sink.lineEnd();
    }
}
