package org.sheliak.runtime.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Power;
import org.sheliak.runtime.value.Undefined;

/// What `bin` is told, with Vega's defaults.
///
/// Source: vega-statistics/src/bin.js @ v6.4.0.
///
/// @param divide factors by which a step may be divided
/// @param anchor a value that shall be a boundary, or `null`
/// @param span the width to be binned; 0 to take it from the extent
/// @param step the exact step, or 0
/// @param steps the allowed steps in rising order, or `null`
record BinParameters(
        double min,
        double max,
        double maxbins,
        double base,
        List<@Nullable Double> divide,
        @Nullable Double anchor,
        double span,
        double step,
        @Nullable List<@Nullable Double> steps,
        double minstep,
        boolean nice) {
    private static final double HALF = 0.5;

    static BinParameters of(Parameters parameters) {
        parameters.require("extent");
        List<@Nullable Object> extent = parameters.list("extent");
        if (extent == null) {
            throw parameters.invalid("expected an extent of two numbers, found none");
        }
        List<@Nullable Double> divide = parameters.numbers("divide");
        return new BinParameters(
                bound(extent, 0),
                bound(extent, 1),
                parameters.numberOr("maxbins", 20),
                parameters.numberOr("base", 10),
                divide == null ? List.of(5.0, 2.0) : divide,
                anchor(parameters),
                parameters.numberOr("span", 0),
                parameters.numberOr("step", 0),
                parameters.numbers("steps"),
                parameters.numberOr("minstep", 0),
                parameters.value("nice") == Undefined.UNDEFINED || parameters.isTrue("nice"));
    }

    private static double bound(List<@Nullable Object> extent, int index) {
        return Coercion.toNumber(index < extent.size() ? extent.get(index) : Undefined.UNDEFINED);
    }

    private static @Nullable Double anchor(Parameters parameters) {
        return Coercion.isNullish(parameters.value("anchor")) ? null : (Double) parameters.number("anchor", 0);
    }

    /// The boundaries.
    Bins bins() {
        double step = stepSize();
        double from = min;
        double to = max;
        if (nice) {
            double floor = Math.floor(min / step + epsilon(step)) * step;
            from = min < floor ? floor - step : floor;
            to = Math.ceil(max / step) * step;
        }
        return new Bins(from, to == from ? from + step : to, step).anchored(anchor);
    }

    private double stepSize() {
        double width = width();
        if (step != 0) {
            return step;
        }
        return steps != null ? allowedStep(steps, width / maxbins) : niceStep(width);
    }

    private double width() {
        if (span != 0) {
            return span;
        }
        double width = max - min;
        if (width == 0 || Double.isNaN(width)) {
            width = Math.abs(min);
        }
        return width == 0 || Double.isNaN(width) ? 1 : width;
    }

    /// The largest allowed step below the wanted one, else the smallest.
    private static double allowedStep(List<@Nullable Double> steps, double wanted) {
        int index = 0;
        while (index < steps.size() && Coercion.toNumber(steps.get(index)) < wanted) {
            index++;
        }
        return steps.isEmpty() ? Double.NaN : Coercion.toNumber(steps.get(Math.max(0, index - 1)));
    }

    /// A power of the base, divided as often as the number of bins allows.
    private double niceStep(double width) {
        double level = Math.ceil(StrictMath.log(maxbins) / StrictMath.log(base));
        double power = Math.floor(StrictMath.log(width) / StrictMath.log(base) + HALF) - level;
        double size = Math.max(minstep, Power.of(base, power));
        while (Math.ceil(width / size) > maxbins) {
            size *= base;
        }
        for (Double divisor : divide) {
            double divided = size / Coercion.toNumber(divisor);
            if (divided >= minstep && width / divided <= maxbins) {
                size = divided;
            }
        }
        return size;
    }

    /// Less than any digit that the step has.
    private double epsilon(double step) {
        double log = StrictMath.log(step);
        double precision = log >= 0 ? 0 : Coercion.toInt32(-log / StrictMath.log(base)) + 1;
        return Power.of(base, -precision - 1);
    }
}
