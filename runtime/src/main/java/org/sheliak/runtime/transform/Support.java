package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.transform.statistics.Bandwidth;
import org.sheliak.runtime.transform.statistics.Distribution;
import org.sheliak.runtime.value.Coercion;

/// The values under a density.
///
/// @param numbers the values as numbers, null as 0 and undefined as NaN
/// @param nullish the values that are null or undefined
/// @param missing the values that are null, undefined or empty strings
@SuppressWarnings("ArrayRecordComponent")
record Support(double[] numbers, BitSet nullish, BitSet missing) {

    static Support of(Column column) {
        BitSet nullish = new BitSet();
        for (int row = 0; row < column.length(); row++) {
            nullish.set(row, Coercion.isNullish(column.value(row)));
        }
        return new Support(
                NumberValues.plus(column), nullish, NumberValues.of(column).nulls());
    }

    int count() {
        return numbers.length;
    }

    /// The values of some rows.
    Support rows(int[] rows) {
        return new Support(
                Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray(),
                chosen(nullish, rows),
                chosen(missing, rows));
    }

    private static BitSet chosen(BitSet bits, int[] rows) {
        BitSet chosen = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            chosen.set(i, bits.get(rows[i]));
        }
        return chosen;
    }

    /// Source: vega-util/src/extent.ts @ v6.4.0.
    Domain extent() {
        double min = Double.NaN;
        double max = Double.NaN;
        for (int i = 0; i < numbers.length; i++) {
            if (!nullish.get(i)) {
                min = Double.isNaN(min) || numbers[i] < min ? numbers[i] : min;
                max = Double.isNaN(max) || numbers[i] > max ? numbers[i] : max;
            }
        }
        return new Domain(min, max);
    }

    /// The density estimate.
    ///
    /// @param bandwidth 0 to have it estimated
    Distribution distribution(double bandwidth) {
        return Distribution.kernels(numbers, bandwidth == 0 ? estimatedBandwidth() : bandwidth);
    }

    /// How wide the kernels should be.
    double estimatedBandwidth() {
        double[] valid = IntStream.range(0, numbers.length)
                .filter(i -> !missing.get(i) && !Double.isNaN(numbers[i]))
                .mapToDouble(i -> numbers[i])
                .toArray();
        return Bandwidth.estimate(valid, numbers.length);
    }
}
