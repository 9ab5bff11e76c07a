package org.sheliak.runtime.scale;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;

/// A scale from numbers to what an interpolator makes of them: from two numbers of the domain (sequential), or from
/// three, of which the second is the middle (diverging).
///
/// Source: d3-scale/src/sequential.js, diverging.js @ v4.0.
final class InterpolatedScale implements Scale {
    private static final double MIDDLE = 0.5;

    private final double[] domain;
    private final NumberTransform transform;
    private final Interpolator interpolator;
    private final ContinuousScale.ContinuousOptions options;
    private final double[] lifted;

    /// @param domain two numbers, or three
    InterpolatedScale(
            double[] domain,
            NumberTransform transform,
            Interpolator interpolator,
            ContinuousScale.ContinuousOptions options) {
        this.domain = domain.clone();
        this.transform = transform;
        this.interpolator = interpolator;
        this.options = options;
        this.lifted = new double[domain.length];
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] = transform.lift().applyAsDouble(domain[i]);
        }
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
        if (Double.isNaN(number)) {
            return options.unknown();
        }
        double place = place(transform.lift().applyAsDouble(number));
        return interpolator.at(options.isClamped() ? Math.max(0, Math.min(1, place)) : place);
    }

    private double place(double x) {
        if (domain.length == 2) {
            double slope = lifted[0] == lifted[1] ? 0 : 1 / (lifted[1] - lifted[0]);
            return slope == 0 ? MIDDLE : (x - lifted[0]) * slope;
        }
        double sign = lifted[1] < lifted[0] ? -1 : 1;
        double before = lifted[0] == lifted[1] ? 0 : MIDDLE / (lifted[1] - lifted[0]);
        double after = lifted[1] == lifted[2] ? 0 : MIDDLE / (lifted[2] - lifted[1]);
        return MIDDLE + (x - lifted[1]) * (sign * x < sign * lifted[1] ? before : after);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.list(domain);
    }

    @Override
    public List<@Nullable Object> range() {
        return domain.length == 2
                ? Places.pair(interpolator.at(0), interpolator.at(1))
                : Arrays.asList(interpolator.at(0), interpolator.at(MIDDLE), interpolator.at(1));
    }
}
