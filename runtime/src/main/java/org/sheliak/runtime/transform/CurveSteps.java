package org.sheliak.runtime.transform;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sheliak.runtime.transform.statistics.CurveSampling;
import org.sheliak.runtime.transform.statistics.CurveSampling.Point;

/// Between how many intervals a curve is drawn with.
record CurveSteps(double min, double max) {
    private static final double DEFAULT_MIN = 25;
    private static final double DEFAULT_MAX = 200;

    /// The parameters `steps`, or `minsteps` and `maxsteps`.
    static CurveSteps of(Parameters parameters) {
        return new CurveSteps(
                parameters.numberOr("steps", parameters.numberOr("minsteps", DEFAULT_MIN)),
                parameters.numberOr("steps", parameters.numberOr("maxsteps", DEFAULT_MAX)));
    }

    /// The most intervals, all equal.
    CurveSteps uniform() {
        return new CurveSteps(max, max);
    }

    List<Point> points(DoubleUnaryOperator curve, Domain domain) {
        return CurveSampling.points(curve, domain.min(), domain.max(), min, max);
    }
}
