package org.sheliak.runtime.transform.window;

import java.util.function.IntPredicate;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.transform.window.WindowFunction.Fetching;

/// Window functions that fetch a field's value from another row.
///
/// Source: vega-transforms/src/util/WindowOps.js @ v6.4.0.
final class ValueFunctions {
    private ValueFunctions() {}

    /// The value so many rows before; null where there is none.
    static Fetching lag(int offset) {
        return rows -> rows.index() - offset >= 0 ? rows.row(rows.index() - offset) : Column.NO_ROW;
    }

    /// The value so many rows after; null where there is none.
    static Fetching lead(int offset) {
        return rows -> rows.index() + offset < rows.count() ? rows.row(rows.index() + offset) : Column.NO_ROW;
    }

    static Fetching firstValue() {
        return rows -> rows.row(rows.start());
    }

    static Fetching lastValue() {
        return rows -> rows.row(rows.end() - 1);
    }

    /// The value of the frame's nth row, from 1; null where the frame is shorter.
    static Fetching nthValue(int nth) {
        return rows -> {
            int position = rows.start() + nth - 1;
            return position < rows.end() ? rows.row(position) : Column.NO_ROW;
        };
    }

    /// The last value so far that is neither null nor undefined.
    static final class PreviousValue implements Fetching {
        private final IntPredicate isNullish;
        private int previous = Column.NO_ROW;

        PreviousValue(IntPredicate isNullish) {
            this.isNullish = isNullish;
        }

        @Override
        public void begin() {
            previous = Column.NO_ROW;
        }

        @Override
        public int next(WindowRows rows) {
            int row = rows.row(rows.index());
            if (!isNullish.test(row)) {
                previous = row;
            }
            return previous;
        }

        @Override
        public boolean keepsValue() {
            return true;
        }
    }

    /// The next value from here on that is neither null nor undefined.
    static final class NextValue implements Fetching {
        private final IntPredicate isNullish;
        private int position = -1;

        NextValue(IntPredicate isNullish) {
            this.isNullish = isNullish;
        }

        @Override
        public void begin() {
            position = -1;
        }

        @Override
        public int next(WindowRows rows) {
            if (rows.index() > position) {
                position = rows.index();
                while (position < rows.count() && isNullish.test(rows.row(position))) {
                    position++;
                }
            }
            return position < rows.count() ? rows.row(position) : Column.NO_ROW;
        }

        @Override
        public boolean keepsValue() {
            return true;
        }
    }
}
