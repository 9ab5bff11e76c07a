package org.sheliak.runtime.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// The interval over which a curve is drawn; NaN at both ends for none.
record Domain(double min, double max) {

    /// The parameter `extent`, or `null`.
    static @Nullable Domain given(Parameters parameters) {
        List<@Nullable Object> extent = parameters.list("extent");
        return extent == null ? null : new Domain(bound(extent, 0), bound(extent, 1));
    }

    private static double bound(List<@Nullable Object> extent, int index) {
        return Coercion.toNumber(index < extent.size() ? extent.get(index) : Undefined.UNDEFINED);
    }
}
