package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Undefined;

/// A scale from the values of a list to those of another one, which begins again at its end.
///
/// Source: d3-scale/src/ordinal.js @ v4.0.
record OrdinalScale(DistinctValues values, List<@Nullable Object> range) implements Scale {

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        int place = values.indexOf(value);
        return place < 0 || range.isEmpty() ? Undefined.UNDEFINED : range.get(place % range.size());
    }

    @Override
    public List<@Nullable Object> domain() {
        return values.values();
    }

    @Override
    public List<@Nullable Object> range() {
        return Numbers.copy(range);
    }
}
