package org.sheliak.runtime.transform.window;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.transform.aggregate.FieldValues;

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

    /// The name in a spec, which also begins the default name of the output.
    public String vegaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The function.
    ///
    /// @param field the values that it fetches
    /// @param parameter the element of `params`; NaN when there is none
    /// @throws SheliakException SPEC_INVALID when a parameter that must be positive is not
    public WindowFunction function(FieldValues field, double parameter) {
        return switch (this) {
            case ROW_NUMBER -> RankFunctions.rowNumber();
            case RANK -> new RankFunctions.Rank();
            case DENSE_RANK -> new RankFunctions.DenseRank();
            case PERCENT_RANK -> new RankFunctions.PercentRank();
            case CUME_DIST -> new RankFunctions.CumulativeDistribution();
            case NTILE -> new RankFunctions.Ntile(positive(parameter));
            case LAG -> ValueFunctions.lag(field, offset(parameter));
            case LEAD -> ValueFunctions.lead(field, offset(parameter));
            case FIRST_VALUE -> ValueFunctions.firstValue(field);
            case LAST_VALUE -> ValueFunctions.lastValue(field);
            case NTH_VALUE -> ValueFunctions.nthValue(field, (int) positive(parameter));
            case PREV_VALUE -> new ValueFunctions.PreviousValue(field);
            case NEXT_VALUE -> new ValueFunctions.NextValue(field);
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
