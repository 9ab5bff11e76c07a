package org.sheliak.runtime.transform;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Coercion;

/// The values of a column as numbers.
///
/// @param numbers one for each row; what stands at a null is 0
/// @param nulls the rows that are null, undefined or empty strings
@SuppressWarnings("ArrayRecordComponent")
record NumberValues(double[] numbers, BitSet nulls) {

    /// The numbers as Vega's `toNumber` has them.
    ///
    /// Source: vega-util/src/toNumber.ts @ v6.4.0.
    static NumberValues of(Column column) {
        NumberValues values = new NumberValues(new double[column.length()], new BitSet());
        switch (column) {
            case NumericColumn numbers -> values.load(numbers);
            case StringColumn strings -> values.load(strings);
            case BooleanColumn _, ValueColumn _ -> values.loadBoxed(column);
        }
        return values;
    }

    /// The numbers as unary plus has them: null is 0, an empty string too, undefined is NaN.
    static double[] plus(Column column) {
        NumberValues values = of(column);
        if (column instanceof ValueColumn) {
            values.nulls.stream().forEach(row -> values.numbers[row] = Coercion.toNumber(column.value(row)));
        }
        return values.numbers;
    }

    private void load(NumericColumn column) {
        column.load(0, numbers.length, numbers);
        if (column.validity().nullCount() == 0) {
            return;
        }
        for (int row = 0; row < numbers.length; row++) {
            if (column.isNull(row)) {
                setNull(row);
            }
        }
    }

    private void load(StringColumn column) {
        double[] parsed =
                column.dictionary().stream().mapToDouble(Coercion::toNumber).toArray();
        int empty = column.dictionary().indexOf("");
        for (int row = 0; row < numbers.length; row++) {
            if (column.isNull(row) || column.code(row) == empty) {
                setNull(row);
            } else {
                numbers[row] = parsed[column.code(row)];
            }
        }
    }

    private void loadBoxed(Column column) {
        for (int row = 0; row < numbers.length; row++) {
            @Nullable Object value = column.value(row);
            if (Coercion.isNullish(value) || "".equals(value)) {
                setNull(row);
            } else {
                numbers[row] = Coercion.toNumber(value);
            }
        }
    }

    private void setNull(int row) {
        nulls.set(row);
        numbers[row] = 0;
    }
}
