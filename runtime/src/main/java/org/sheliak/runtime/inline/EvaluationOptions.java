package org.sheliak.runtime.inline;

/// What an evaluation is told besides the spec.
///
/// @param timezone the viewer's time zone, an IANA name: what `local` means in dates and time units
/// @param rowLimit the most rows of a data set that go into the spec
/// @param keepsInteraction whether data that an interaction changes are left to the browser, so that the chart still
///     follows it; if not, they are computed once, from the values that the chart starts with
public record EvaluationOptions(String timezone, int rowLimit, boolean keepsInteraction) {
    public EvaluationOptions {
        if (rowLimit < 0) {
            throw new IllegalArgumentException("a row limit of " + rowLimit);
        }
    }

    /// All rows, computed once.
    public static EvaluationOptions in(String timezone) {
        return new EvaluationOptions(timezone, Integer.MAX_VALUE, false);
    }
}
