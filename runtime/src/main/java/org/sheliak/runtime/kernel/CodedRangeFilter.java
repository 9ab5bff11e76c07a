package org.sheliak.runtime.kernel;

import org.sheliak.runtime.table.NumericColumn;

/// Keeps the rows whose value in a column lies in the range of their code. As where JavaScript compares, null counts as
/// 0, and NaN lies in no range.
///
/// @param column borrowed; open while the query runs
/// @param lower the least value that passes, for each code; not changed any more
/// @param upper the greatest value that passes, for each code; a code's range is empty where it is below `lower`
@SuppressWarnings("ArrayRecordComponent")
public record CodedRangeFilter(NumericColumn column, CodedRows codes, double[] lower, double[] upper) {

    public CodedRangeFilter {
        if (lower.length != codes.slots() || upper.length != codes.slots()) {
            throw new IllegalArgumentException(
                    "found " + lower.length + " and " + upper.length + " bounds, expected " + codes.slots());
        }
    }
}
