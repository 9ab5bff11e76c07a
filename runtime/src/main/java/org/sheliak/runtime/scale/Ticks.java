package org.sheliak.runtime.scale;

import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Power;

/// Round numbers that divide an interval into about so many parts.
///
/// Source: d3-array/src/ticks.js @ v3.2.
public final class Ticks {
    private static final double HALF = 0.5;
    private static final double E10 = Math.sqrt(50);
    private static final double E5 = Math.sqrt(10);
    private static final double E2 = Math.sqrt(2);

    /// The first and the last tick as multiples of the step; the step, or minus its inverse when that is the whole
    /// number.
    private record Spec(double first, double last, double increment) {}

    private Ticks() {}

    /// The distance of the ticks; negative where the interval falls.
    public static double step(double start, double stop, double count) {
        boolean falls = stop < start;
        double increment = falls ? increment(stop, start, count) : increment(start, stop, count);
        return (falls ? -1 : 1) * (increment < 0 ? 1 / -increment : increment);
    }

    /// The distance of the ticks of a rising interval, or minus its inverse when that is the whole number.
    static double increment(double start, double stop, double count) {
        return spec(start, stop, count).increment;
    }

    /// The ticks in the interval.
    static double[] between(double start, double stop, double count) {
        if (!(count > 0)) {
            return new double[0];
        }
        if (start == stop) {
            return new double[] {start};
        }
        boolean falls = stop < start;
        Spec spec = falls ? spec(stop, start, count) : spec(start, stop, count);
        if (!(spec.last >= spec.first)) {
            return new double[0];
        }
        double[] ticks = new double[(int) (spec.last - spec.first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            double multiple = falls ? spec.last - i : spec.first + i;
            ticks[i] = spec.increment < 0 ? multiple / -spec.increment : multiple * spec.increment;
        }
        return ticks;
    }

    private static Spec spec(double start, double stop, double count) {
        double step = (stop - start) / Math.max(0, count);
        double power = Math.floor(StrictMath.log10(step));
        double error = step / Power.of(10, power);
        double factor = error >= E10 ? 10 : error >= E5 ? 5 : error >= E2 ? 2 : 1;
        double unit = power < 0 ? Power.of(10, -power) / factor : Power.of(10, power) * factor;
        double first = Operations.round(power < 0 ? start * unit : start / unit);
        double last = Operations.round(power < 0 ? stop * unit : stop / unit);
        first += (power < 0 ? first / unit : first * unit) < start ? 1 : 0;
        last -= (power < 0 ? last / unit : last * unit) > stop ? 1 : 0;
        return last < first && HALF <= count && count < 2
                ? spec(start, stop, count * 2)
                : new Spec(first, last, power < 0 ? -unit : unit);
    }
}
