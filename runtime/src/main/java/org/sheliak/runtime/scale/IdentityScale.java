package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;

/// A scale whose range is its domain.
///
/// Source: d3-scale/src/identity.js @ v4.0.
///
/// @param unknown the value that stands for what is no number
@SuppressWarnings("ArrayRecordComponent")
record IdentityScale(double[] numbers, @Nullable Object unknown) implements Scale {

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        double number = Coercion.isNullish(value) ? Double.NaN : Coercion.toNumber(value);
        return Double.isNaN(number) ? unknown : number;
    }

    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return apply(value);
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, this);
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.list(numbers);
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.list(numbers);
    }
}
