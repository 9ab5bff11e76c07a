package org.sheliak.runtime.transform;

import org.sheliak.runtime.value.Power;

/// The distance of round numbers that divide an interval into about so many parts.
///
/// Source: `tickStep` of d3-array @ v3.2.
final class TickStep {
    private static final double HALF = 0.5;
    private static final double E10 = Math.sqrt(50);
    private static final double E5 = Math.sqrt(10);
    private static final double E2 = Math.sqrt(2);

    private TickStep() {}

    static double of(double start, double stop, double count) {
        boolean falls = stop < start;
        double increment = falls ? increment(stop, start, count) : increment(start, stop, count);
        return (falls ? -1 : 1) * (increment < 0 ? 1 / -increment : increment);
    }

    /// The step, or minus its inverse when that is the whole number.
    private static double increment(double start, double stop, double count) {
        double step = (stop - start) / Math.max(0, count);
        double power = Math.floor(Math.log10(step));
        double error = step / Power.of(10, power);
        double factor = error >= E10 ? 10 : error >= E5 ? 5 : error >= E2 ? 2 : 1;
        double first;
        double last;
        double increment;
        if (power < 0) {
            increment = Power.of(10, -power) / factor;
            first = Math.floor(start * increment + HALF);
            last = Math.floor(stop * increment + HALF);
            first += first / increment < start ? 1 : 0;
            last -= last / increment > stop ? 1 : 0;
            increment = -increment;
        } else {
            increment = Power.of(10, power) * factor;
            first = Math.floor(start / increment + HALF);
            last = Math.floor(stop / increment + HALF);
            first += first * increment < start ? 1 : 0;
            last -= last * increment > stop ? 1 : 0;
        }
        return last < first && HALF <= count && count < 2 ? increment(start, stop, count * 2) : increment;
    }
}
