package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.Calendar;

/// A linear scale whose domain is dates.
///
/// Source: d3-scale/src/time.js @ v4.0.
record TimeScale(ContinuousScale numbers) implements Scale {

    static DateValue date(double millis) {
        return new DateValue(Calendar.clip(millis));
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        return numbers.apply(value);
    }

    @Override
    public @Nullable Object invert(@Nullable Object value) {
        return date(Operations.round(numbers.invertToNumber(value)));
    }

    @Override
    public @Nullable Object invertRange(List<?> interval) {
        return Intervals.invert(interval, this);
    }

    @Override
    public List<@Nullable Object> domain() {
        List<@Nullable Object> dates = new ArrayList<>();
        for (double millis : numbers.numericDomain()) {
            dates.add(date(millis));
        }
        return dates;
    }

    @Override
    public List<@Nullable Object> range() {
        return numbers.range();
    }
}
