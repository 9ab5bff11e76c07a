package org.sheliak.runtime.geo.stream;

/// The border of a region of the sphere.
interface SphereBorder extends Border {

    /// Whether a point is inside.
    boolean isVisible(double lambda, double phi);

    /// Cuts lines into their visible parts, which the sink is told.
    LineCutter cutter(GeoSink sink);

    /// A point of the border, longitude and latitude.
    double[] start();

    /// Points left of the middle come first, from south to north.
    @Override
    default int compare(double[] a, double[] b) {
        return Double.compare(rank(a), rank(b));
    }

    private static double rank(double[] point) {
        return (point[0] < 0 ? point[1] - Cartesian.HALF_PI - Cartesian.EPSILON : Cartesian.HALF_PI - point[1]) + 0.0;
    }

    /// Cuts lines.
    interface LineCutter {
        /// The last line was not cut.
        int WHOLE = 1;
        /// The last line was cut, and its last part goes on with its first one.
        int REJOIN = 2;

        void lineStart();

        void point(double lambda, double phi);

        void lineEnd();

        /// What became of the last line: [#WHOLE], [#REJOIN], both or neither, as bits.
        int outcome();
    }
}
