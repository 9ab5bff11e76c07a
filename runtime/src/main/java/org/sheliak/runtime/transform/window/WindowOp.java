package org.sheliak.runtime.transform.window;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The operations of `window` that are no aggregates.
///
/// Source: vega-transforms/src/util/WindowOps.js @ v6.4.0.
public enum WindowOp {
    ROW_NUMBER,
    RANK,
    DENSE_RANK,
    PERCENT_RANK,
    CUME_DIST,
    NTILE,
    LAG,
    LEAD,
    FIRST_VALUE,
    LAST_VALUE,
    NTH_VALUE,
    PREV_VALUE,
    NEXT_VALUE;

    /// The operation of this name in a spec, or `null`.
    public static @Nullable WindowOp named(String name) {
        for (WindowOp op : values()) {
            if (op.vegaName().equals(name)) {
                return op;
            }
        }
        return null;
    }

    /// Whether the operation gives rows a field's value.
    public boolean isFetching() {
        return compareTo(LAG) >= 0;
    }

    /// The name in a spec, which also begins the default name of the output.
    public String vegaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The function.
    ///
    /// @param isNullish whether the field's value in a row is null or undefined
    /// @param parameter the element of `params`; NaN when there is none
    /// @throws SheliakException SPEC_INVALID when a parameter that must be positive is not
    public WindowFunction function(IntPredicate isNullish, double parameter) {
        return switch (this) {
            case ROW_NUMBER -> RankFunctions.rowNumber();
            case RANK -> new RankFunctions.Rank();
            case DENSE_RANK -> new RankFunctions.DenseRank();
            case PERCENT_RANK -> new RankFunctions.PercentRank();
            case CUME_DIST -> new RankFunctions.CumulativeDistribution();
            case NTILE -> new RankFunctions.Ntile(positive(parameter));
            case LAG -> ValueFunctions.lag(offset(parameter));
            case LEAD -> ValueFunctions.lead(offset(parameter));
            case FIRST_VALUE -> ValueFunctions.firstValue();
            case LAST_VALUE -> ValueFunctions.lastValue();
            case NTH_VALUE -> ValueFunctions.nthValue((int) positive(parameter));
            case PREV_VALUE -> new ValueFunctions.PreviousValue(isNullish);
            case NEXT_VALUE -> new ValueFunctions.NextValue(isNullish);
        };
    }

    private static int offset(double parameter) {
        return parameter == 0 || Double.isNaN(parameter) ? 1 : (int) parameter;
    }

    private double positive(double parameter) {
        if (parameter > 0) {
            return parameter;
        }
        throw new SheliakException(
                ErrorCode.SPEC_INVALID,
                SourceLocation.UNKNOWN,
                "\"" + vegaName() + "\" needs a parameter greater than zero"
                        + (Double.isNaN(parameter) ? "" : ", found " + parameter));
    }
}
