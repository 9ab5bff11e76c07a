package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A scale from bins to the values of a list, which begins again at its end.
///
/// Source: vega-scale/src/scales/scaleBinOrdinal.js @ v6.4.0.
///
/// @param boundaries of the bins, numbers or null, in ascending order
record BinOrdinalScale(List<@Nullable Object> boundaries, List<@Nullable Object> range, TimeZoneRules zone)
        implements Scale {

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        boolean isNaN = value instanceof Double number && number.isNaN();
        if (Coercion.isNullish(value) || isNaN || range.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        int bin = Bisection.right(boundaries, value, 0, boundaries.size(), zone) - 1;
        return Numbers.at(range, bin % range.size());
    }

    @Override
    public List<@Nullable Object> domain() {
        return Numbers.copy(boundaries);
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
