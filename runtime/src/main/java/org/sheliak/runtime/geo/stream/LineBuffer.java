package org.sheliak.runtime.geo.stream;

import java.util.ArrayList;
import java.util.List;

/// Keeps the lines that it is told. A point is x, y, and a third number, which is not 0 where the line was cut off.
///
/// Source: d3-geo/src/clip/buffer.js @ v3.1.
final class LineBuffer implements GeoSink {
    private List<List<double[]>> lines = new ArrayList<>();

    @Override
    public void point(double x, double y) {
        lines.getLast().add(new double[] {x, y, 0});
    }

    @Override
    public void cut(double x, double y) {
        lines.getLast().add(new double[] {x, y, 1});
    }

    @Override
    public void lineStart() {
        lines.add(new ArrayList<>());
    }

    @Override
    public void lineEnd() {}

    @Override
    public void polygonStart() {}

    @Override
    public void polygonEnd() {}

    @Override
    public void sphere() {}

    /// Puts the last line before the first one, which goes on where it ends.
    void rejoin() {
        if (lines.size() > 1) {
            List<double[]> joined = lines.removeLast();
            joined.addAll(lines.removeFirst());
            lines.add(joined);
        }
    }

    /// The lines so far, which are the caller's then.
    List<List<double[]>> take() {
        List<List<double[]>> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }
}
