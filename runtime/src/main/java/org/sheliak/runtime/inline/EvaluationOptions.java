package org.sheliak.runtime.inline;

import org.jspecify.annotations.Nullable;

/// What an evaluation is told besides the spec.
///
/// @param timezone the viewer's time zone, an IANA name: what `local` means in dates and time units
/// @param rowLimit the most rows of a data set that go into the spec
/// @param keepsInteraction whether data that an interaction changes are left to the browser, so that the chart still
///     follows it; if not, they are computed once, from the values that the chart starts with
/// @param seed what random numbers begin with, as by `vega.setRandom(vega.randomLCG(seed))`; `null` for none
public record EvaluationOptions(
        String timezone,
        int rowLimit,
        boolean keepsInteraction,
        @Nullable Double seed) {
    public EvaluationOptions {
        if (rowLimit < 0) {
            throw new IllegalArgumentException("a row limit of " + rowLimit);
        }
    }

    /// All rows, computed once.
    public static EvaluationOptions in(String timezone) {
        return new EvaluationOptions(timezone, Integer.MAX_VALUE, false, null);
    }
}
