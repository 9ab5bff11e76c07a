package org.sheliak.runtime.source.delimited;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.FixedWidthBuilder;

/// Numbers, or dates as numbers.
final class NumberFields implements TextColumn<NumberFields.Part> {
    private final Reading reading;
    private final Empty empty;
    private final boolean takesAll;
    private final FixedWidthBuilder builder;

    /// Reads a field that is not empty; NaN when it is not of the type.
    interface Reading {
        double read(Fields fields, int row);
    }

    /// What an empty field is.
    enum Empty {
        NULL,
        NO_VALUE
    }

    /// @param numbers of the rows
    /// @param nulls which of them are null
    @SuppressWarnings("ArrayRecordComponent")
    record Part(double[] numbers, BitSet nulls) {}

    /// Takes ownership of the builder, of float64.
    ///
    /// @param takesAll whether a field that is not of the type is NaN
    NumberFields(Reading reading, Empty empty, boolean takesAll, FixedWidthBuilder builder) {
        this.reading = reading;
        this.empty = empty;
        this.takesAll = takesAll;
        this.builder = builder;
    }

    @Override
    public @Nullable Part read(Fields fields) {
        double[] numbers = new double[fields.count()];
        BitSet nulls = new BitSet();
        for (int row = 0; row < numbers.length; row++) {
            if (fields.isEmpty(row)) {
                if (empty == Empty.NO_VALUE) {
                    return null;
                }
                nulls.set(row);
                continue;
            }
            numbers[row] = reading.read(fields, row);
            if (!takesAll && Double.isNaN(numbers[row])) {
                return null;
            }
        }
        return new Part(numbers, nulls);
    }

    @Override
    public void take(Part part) {
        builder.append(part.numbers, part.numbers.length, part.nulls);
    }

    @Override
    public Column build() {
        return builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
