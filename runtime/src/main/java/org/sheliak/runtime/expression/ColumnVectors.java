package org.sheliak.runtime.expression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Validity;

/// The values of columns, and values that are the same in each row.
final class ColumnVectors {
    private ColumnVectors() {}

    /// The column's values, unless they have no single type.
    static Optional<TypedVector> of(Column column) {
        return switch (column) {
            case NumericColumn numeric -> Optional.of(numbers(numeric));
            case BooleanColumn booleans -> Optional.of(booleans(booleans));
            case StringColumn strings -> Optional.of(strings(strings));
            default -> Optional.empty();
        };
    }

    private static NumberVector numbers(NumericColumn column) {
        boolean isNullable = column.validity().nullCount() > 0;
        NumberVector vector =
                column instanceof DateColumn ? NumberVector.dates(isNullable) : NumberVector.numbers(isNullable);
        vector.by((from, count) -> {
            column.load(from, count, vector.values);
            if (isNullable) {
                loadNulls(column.validity(), from, count, vector.nulls);
                for (int i = 0; i < count; i++) {
                    vector.values[i] = vector.nulls[i] ? 0 : vector.values[i];
                }
            }
        });
        return vector;
    }

    private static void loadNulls(Validity validity, int from, int count, boolean[] nulls) {
        for (int i = 0; i < count; i += Long.SIZE) {
            long valid = validity.word((from + i) / Long.SIZE);
            int end = Math.min(Long.SIZE, count - i);
            for (int bit = 0; bit < end; bit++) {
                nulls[i + bit] = (valid >>> bit & 1) == 0;
            }
        }
    }

    private static BooleanVector booleans(BooleanColumn column) {
        BooleanVector vector = new BooleanVector(true);
        vector.by((from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.nulls[i] = column.isNull(from + i);
                vector.values[i] = !vector.nulls[i] && column.isTrue(from + i);
            }
        });
        return vector;
    }

    static StringVector strings(StringColumn column) {
        boolean isNullable = column.validity().nullCount() > 0;
        StringVector vector = new StringVector(isNullable, column.dictionary());
        vector.by((from, count) -> {
            MemorySegment.copy(column.codes(), ValueLayout.JAVA_INT_UNALIGNED, 4L * from, vector.codes, 0, count);
            if (isNullable) {
                loadNulls(column.validity(), from, count, vector.nulls);
            }
        });
        return vector;
    }

    static NumberVector constant(double number) {
        NumberVector vector = NumberVector.numbers(false);
        Arrays.fill(vector.values, number);
        return vector;
    }

    static NumberVector constantDate(double millis) {
        NumberVector vector = NumberVector.dates(false);
        Arrays.fill(vector.values, millis);
        return vector;
    }

    static BooleanVector constant(boolean bool) {
        BooleanVector vector = new BooleanVector(false);
        Arrays.fill(vector.values, bool);
        return vector;
    }
}
