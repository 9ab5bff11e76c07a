package org.sheliak.runtime.scale;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A scale from numbers to values that have something between them: linear, logarithmic, of a power.
///
/// Source: d3-scale/src/continuous.js @ v4.0.
final class ContinuousScale implements Scale {
    private final double[] domain;
    private final List<@Nullable Object> range;
    private final NumberTransform transform;
    private final DoubleUnaryOperator clamp;
    private final @Nullable Object unknown;
    private final DoubleFunction<@Nullable Object> output;
    private final ToDoubleFunction<@Nullable Object> input;

    ContinuousScale(
            double[] domain,
            List<? extends @Nullable Object> range,
            NumberTransform transform,
            Interpolation interpolation,
            ContinuousOptions options) {
        this.domain = domain.clone();
        this.range = Numbers.copy(range);
        this.transform = transform;
        this.unknown = options.unknown();
        double[] lifted = new double[domain.length];
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] = transform.lift().applyAsDouble(domain[i]);
        }
        int size = Math.min(domain.length, range.size());
        this.clamp = options.isClamped()
                ? clamper(Numbers.at(domain, 0), Numbers.at(domain, size - 1))
                : DoubleUnaryOperator.identity();
        this.output = size > 2 ? pieces(lifted, range, size, interpolation) : segment(lifted, range, interpolation);
        this.input = size > 2
                ? inversePieces(this.range, lifted, size, options.zone())
                : inverseSegment(this.range, lifted, options.zone());
    }

    /// What else is said of a continuous scale.
    ///
    /// @param isClamped whether values outside of the domain count as its ends
    /// @param unknown the value that stands for what is no number
    /// @param zone writes the dates that are compared with text
    record ContinuousOptions(boolean isClamped, @Nullable Object unknown, TimeZoneRules zone) {}

    private static DoubleUnaryOperator clamper(double first, double second) {
        double low = first > second ? second : first;
        double high = first > second ? first : second;
        return x -> Math.max(low, Math.min(high, x));
    }

    /// The place between two numbers: 0 at the first, 1 at the second.
    private static DoubleUnaryOperator normalizer(double first, double second) {
        double span = second - first;
        if (span == 0 || Double.isNaN(span)) {
            double constant = Double.isNaN(span) ? Double.NaN : 0.5;
            return _ -> constant;
        }
        return x -> (x - first) / span;
    }

    private static DoubleFunction<@Nullable Object> segment(
            double[] domain, List<? extends @Nullable Object> range, Interpolation interpolation) {
        double first = Numbers.at(domain, 0);
        double second = Numbers.at(domain, 1);
        boolean falls = second < first;
        DoubleUnaryOperator place = falls ? normalizer(second, first) : normalizer(first, second);
        Object from = Numbers.at(range, falls ? 1 : 0);
        Object to = Numbers.at(range, falls ? 0 : 1);
        Interpolator between = interpolation.between(from, to);
        return x -> between.at(place.applyAsDouble(x));
    }

    private static DoubleFunction<@Nullable Object> pieces(
            double[] domain, List<? extends @Nullable Object> range, int size, Interpolation interpolation) {
        int last = size - 1;
        boolean falls = domain[last] < domain[0];
        double[] ends = falls ? Numbers.reversed(domain) : domain;
        List<@Nullable Object> values = falls ? Numbers.backwards(range) : Numbers.copy(range);
        DoubleUnaryOperator[] places = new DoubleUnaryOperator[last];
        Interpolator[] betweens = new Interpolator[last];
        for (int i = 0; i < last; i++) {
            places[i] = normalizer(ends[i], ends[i + 1]);
            betweens[i] = interpolation.between(values.get(i), values.get(i + 1));
        }
        return x -> {
            int piece = Bisection.right(ends, x, 1, last) - 1;
            return betweens[piece].at(places[piece].applyAsDouble(x));
        };
    }

    private static ToDoubleFunction<@Nullable Object> inverseSegment(
            List<@Nullable Object> range, double[] domain, TimeZoneRules zone) {
        Object first = Numbers.at(range, 0);
        Object second = Numbers.at(range, 1);
        boolean falls = Operations.lessThan(second, first, zone);
        double from = Numbers.at(domain, falls ? 1 : 0);
        double to = Numbers.at(domain, falls ? 0 : 1);
        DoubleUnaryOperator place = falls
                ? normalizer(Coercion.toNumber(second), Coercion.toNumber(first))
                : normalizer(Coercion.toNumber(first), Coercion.toNumber(second));
        return y -> between(from, to, place.applyAsDouble(Coercion.toNumber(y)));
    }

    private static ToDoubleFunction<@Nullable Object> inversePieces(
            List<@Nullable Object> range, double[] domain, int size, TimeZoneRules zone) {
        int last = size - 1;
        boolean falls = Operations.lessThan(range.get(last), range.getFirst(), zone);
        List<@Nullable Object> ends = falls ? Numbers.backwards(range) : range;
        double[] values = falls ? Numbers.reversed(domain) : domain;
        DoubleUnaryOperator[] places = new DoubleUnaryOperator[last];
        for (int i = 0; i < last; i++) {
            places[i] = normalizer(Coercion.toNumber(ends.get(i)), Coercion.toNumber(ends.get(i + 1)));
        }
        return y -> {
            int piece = Bisection.right(ends, y, 1, last, zone) - 1;
            return between(values[piece], values[piece + 1], places[piece].applyAsDouble(Coercion.toNumber(y)));
        };
    }

    private static double between(double first, double second, double place) {
        return first * (1 - place) + second * place;
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
        return Double.isNaN(number)
                ? unknown
                : output.apply(transform.lift().applyAsDouble(clamp.applyAsDouble(number)));
    }

    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return invertToNumber(value);
    }

    double invertToNumber(@Nullable Object value) {
        return clamp.applyAsDouble(transform.ground().applyAsDouble(input.applyAsDouble(value)));
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, this);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.list(domain);
    }

    double[] numericDomain() {
        return domain.clone();
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
