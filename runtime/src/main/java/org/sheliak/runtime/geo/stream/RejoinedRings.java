package org.sheliak.runtime.geo.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins the visible segments of a polygon to rings, along the border at which they were cut.
///
/// Each end of a segment is a crossing, which stands in two lists: in the subject's in the order of the segments,
/// and in the border's in the order along the border. A ring follows a segment, changes to the border at its end,
/// follows that to the next crossing, and so on until it is back.
///
/// Source: d3-geo/src/clip/rejoin.js @ v3.1, after G. Greiner, K. Hormann, "Efficient Clipping of Arbitrary Polygons",
/// ACM Transactions on Graphics 17 (2), 1998.
final class RejoinedRings {
    private final List<List<double[]>> segments;
    private final Border border;
    private final GeoSink sink;
    private final List<Crossing> subject = new ArrayList<>();
    private final List<Crossing> clip = new ArrayList<>();

    /// An end of a segment, in one of the lists.
    private static final class Crossing {
        private final double[] point;
        private final List<double[]> segment;
        private boolean isEntry;
        private boolean isVisited;
        private Crossing other = this;
        private Crossing next = this;
        private Crossing previous = this;

        Crossing(double[] point, List<double[]> segment, boolean isEntry) {
            this.point = point;
            this.segment = segment;
            this.isEntry = isEntry;
        }
    }

    /// @param segments points with a third number, which is not 0 where the line was cut off
    RejoinedRings(List<List<double[]>> segments, Border border, GeoSink sink) {
        this.segments = segments;
        this.border = border;
        this.sink = sink;
    }

    /// Tells the rings to the sink.
    ///
    /// @param isStartInside whether the start of the border is inside of the polygon
    void tell(boolean isStartInside) {
        for (List<double[]> segment : segments) {
            if (segment.size() > 1) {
                enter(segment);
            }
        }
        if (subject.isEmpty()) {
            return;
        }
        clip.sort((a, b) -> border.compare(a.point, b.point));
        link(subject);
        link(clip);
        boolean isEntry = isStartInside;
        for (Crossing crossing : clip) {
            isEntry = !isEntry;
            crossing.isEntry = isEntry;
        }
        for (Crossing start = unvisited(); start != null; start = unvisited()) {
            tellRing(start);
        }
    }

    private void enter(List<double[]> segment) {
        double[] first = segment.getFirst();
        double[] last = segment.getLast();
        if (Cartesian.isSame(first, last)) {
            if (first[2] == 0 && last[2] == 0) {
                sink.lineStart();
                tell(segment.subList(0, segment.size() - 1));
                sink.lineEnd();
                return;
            }
            last[0] += 2 * Cartesian.EPSILON;
        }
        enter(first, segment, true);
        enter(last, segment, false);
    }

    private void enter(double[] point, List<double[]> segment, boolean isEntry) {
        Crossing inSubject = new Crossing(point, segment, isEntry);
        Crossing inClip = new Crossing(point, segment, !isEntry);
        inSubject.other = inClip;
        inClip.other = inSubject;
        subject.add(inSubject);
        clip.add(inClip);
    }

    private static void link(List<Crossing> crossings) {
        Crossing previous = crossings.getLast();
        for (Crossing crossing : crossings) {
            previous.next = crossing;
            crossing.previous = previous;
            previous = crossing;
        }
    }

    private @Nullable Crossing unvisited() {
        for (Crossing crossing : subject) {
            if (!crossing.isVisited) {
                return crossing;
            }
        }
        return null;
    }

    private void tellRing(Crossing start) {
        Crossing current = start;
        boolean isSubject = true;
        sink.lineStart();
        do {
            current.isVisited = true;
            current.other.isVisited = true;
            Crossing end = current.isEntry ? current.next : current.previous;
            if (!isSubject) {
                border.tell(current.point, end.point, current.isEntry ? 1 : -1, sink);
            } else {
                tell(current.isEntry ? current.segment : end.segment.reversed());
            }
            current = end.other;
            isSubject = !isSubject;
        } while (!current.isVisited);
        sink.lineEnd();
    }

    private void tell(List<double[]> points) {
        for (double[] point : points) {
            sink.point(point[0], point[1]);
        }
    }
}
