package org.sheliak.runtime.transform.grid;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;

/// The values of a grid, row by row.
///
/// @param numbers the values as numbers: null is 0, undefined NaN
/// @param nullish the values that are null or undefined, which extents leave out
@SuppressWarnings("ArrayRecordComponent")
public record GridValues(double[] numbers, BitSet nullish) {

    /// The values of a list.
    public static GridValues of(List<?> list) {
        double[] numbers = new double[list.size()];
        BitSet nullish = new BitSet();
        for (int i = 0; i < numbers.length; i++) {
            Object value = list.get(i);
            numbers[i] = Coercion.toNumber(value);
            nullish.set(i, Coercion.isNullish(value));
        }
        return new GridValues(numbers, nullish);
    }

    /// Numbers, all of them there.
    public static GridValues of(double[] numbers) {
        return new GridValues(numbers, new BitSet());
    }

    /// The value at an index; NaN beyond the end.
    double at(int index) {
        return index < numbers.length ? numbers[index] : Double.NaN;
    }

    /// The least and the greatest value; NaN for both when there is none.
    ///
    /// Source: vega-util/src/extent.ts @ v6.4.0.
    public double[] extent() {
        double min = Double.NaN;
        double max = Double.NaN;
        for (int i = 0; i < numbers.length; i++) {
            if (!nullish.get(i)) {
                min = Double.isNaN(min) || numbers[i] < min ? numbers[i] : min;
                max = Double.isNaN(max) || numbers[i] > max ? numbers[i] : max;
            }
        }
        return new double[] {min, max};
    }

    /// The values as a list of numbers, without a copy.
    public List<@Nullable Object> asList() {
        return new NumberList(numbers);
    }

    private static final class NumberList extends AbstractList<@Nullable Object> implements RandomAccess {
        private final double[] numbers;

        NumberList(double[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public Object get(int index) {
            return numbers[index];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }
}
