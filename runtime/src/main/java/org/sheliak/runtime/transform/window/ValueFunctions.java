package org.sheliak.runtime.transform.window;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.aggregate.FieldValues;
import org.sheliak.runtime.value.Coercion;

/// Window functions that fetch a field's value from another row.
///
/// Source: vega-transforms/src/util/WindowOps.js @ v6.4.0.
final class ValueFunctions {
    private ValueFunctions() {}

    /// The value so many rows before; null where there is none.
    static WindowFunction lag(FieldValues field, int offset) {
        return rows -> rows.index() - offset >= 0 ? field.value(rows.row(rows.index() - offset)) : null;
    }

    /// The value so many rows after; null where there is none.
    static WindowFunction lead(FieldValues field, int offset) {
        return rows -> rows.index() + offset < rows.count() ? field.value(rows.row(rows.index() + offset)) : null;
    }

    static WindowFunction firstValue(FieldValues field) {
        return rows -> field.value(rows.row(rows.start()));
    }

    static WindowFunction lastValue(FieldValues field) {
        return rows -> field.value(rows.row(rows.end() - 1));
    }

    /// The value of the frame's nth row, from 1; null where the frame is shorter.
    static WindowFunction nthValue(FieldValues field, int nth) {
        return rows -> {
            int position = rows.start() + nth - 1;
            return position < rows.end() ? field.value(rows.row(position)) : null;
        };
    }

    /// The last value so far that is neither null nor undefined.
    static final class PreviousValue implements WindowFunction {
        private final FieldValues field;
        private @Nullable Object previous;

        PreviousValue(FieldValues field) {
            this.field = field;
        }

        @Override
        public void begin() {
            previous = null;
        }

        @Override
        public @Nullable Object next(WindowRows rows) {
            Object value = field.value(rows.row(rows.index()));
            if (!Coercion.isNullish(value)) {
                previous = value;
            }
            return previous;
        }
    }

    /// The next value from here on that is neither null nor undefined.
    static final class NextValue implements WindowFunction {
        private final FieldValues field;
        private @Nullable Object value;
        private int position = -1;

        NextValue(FieldValues field) {
            this.field = field;
        }

        @Override
        public void begin() {
            value = null;
            position = -1;
        }

        @Override
        public @Nullable Object next(WindowRows rows) {
            if (rows.index() > position) {
                find(rows);
            }
            return value;
        }

        private void find(WindowRows rows) {
            value = null;
            for (position = rows.index(); position < rows.count(); position++) {
                Object found = field.value(rows.row(position));
                if (!Coercion.isNullish(found)) {
                    value = found;
                    return;
                }
            }
        }
    }
}
