package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.transform.statistics.Points;

/// Two fields as coordinates.
///
/// Source: vega-statistics/src/regression/points.js and constant.js @ v6.4.0.
record Scatter(Support x, Support y) {

    static Scatter of(Column x, Column y) {
        return new Scatter(Support.of(x), Support.of(y));
    }

    /// The points of the rows where both coordinates are numbers.
    Points points(int[] rows) {
        int[] valid = Arrays.stream(rows)
                .filter(row -> isNumber(x, row) && isNumber(y, row))
                .toArray();
        return new Points(values(x, valid), values(y, valid));
    }

    private static boolean isNumber(Support values, int row) {
        return !values.nullish().get(row) && !Double.isNaN(values.numbers()[row]);
    }

    /// The y of the rows where it is a number and there is an x.
    double[] valuesY(int[] rows) {
        return values(
                y,
                Arrays.stream(rows)
                        .filter(row -> !x.nullish().get(row) && isNumber(y, row))
                        .toArray());
    }

    private static double[] values(Support values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values.numbers()[row]).toArray();
    }

    /// The extent of x.
    Domain extentX(int[] rows) {
        return x.rows(rows).extent();
    }
}
