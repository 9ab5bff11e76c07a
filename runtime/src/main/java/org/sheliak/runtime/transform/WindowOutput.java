package org.sheliak.runtime.transform;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.transform.aggregate.AggregateOp;
import org.sheliak.runtime.transform.aggregate.Measure;
import org.sheliak.runtime.transform.window.WindowFunction.Fetching;
import org.sheliak.runtime.transform.window.WindowFunction.Ranking;
import org.sheliak.runtime.transform.window.WindowRows;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A result of windows as a column in the making. Runners fill it, each the rows of other groups.
@SuppressWarnings("ArrayRecordComponent")
sealed interface WindowOutput {

    /// Goes through the rows of groups. Belongs to one thread.
    interface Runner {
        /// Begins with a group.
        default void begin(WindowRows rows) {}

        /// Finds the result for the row in turn.
        void next(WindowRows rows);

        /// Ends with the group.
        default void end(WindowRows rows) {}
    }

    Runner runner();

    /// The results. Caller closes.
    Column column(BufferAllocator allocator);

    /// How many rows are in the frame.
    record Counts(double[] counts) implements WindowOutput {
        Counts(int rowCount) {
            this(new double[rowCount]);
        }

        @Override
        public Runner runner() {
            return rows -> counts[rows.row(rows.index())] = rows.end() - rows.start();
        }

        @Override
        public Column column(BufferAllocator allocator) {
            return Columns.numbers(counts, counts.length, new BitSet(), allocator);
        }
    }

    /// The numbers of an operation that looks at the order of the rows alone.
    record Ranked(WindowPlan.Named operation, double[] numbers) implements WindowOutput {
        Ranked(WindowPlan.Named operation, int rowCount) {
            this(operation, new double[rowCount]);
        }

        @Override
        public Runner runner() {
            Ranking ranking = (Ranking) operation.op().function(_ -> false, operation.parameter());
            return new Runner() {
                @Override
                public void begin(WindowRows rows) {
                    ranking.begin();
                }

                @Override
                public void next(WindowRows rows) {
                    numbers[rows.row(rows.index())] = ranking.next(rows);
                }
            };
        }

        @Override
        public Column column(BufferAllocator allocator) {
            return Columns.numbers(numbers, numbers.length, new BitSet(), allocator);
        }
    }

    /// The values of other rows.
    ///
    /// @param values the field, borrowed
    /// @param sources the row of each value
    record Fetched(WindowPlan.Named operation, Column values, int[] sources) implements WindowOutput {
        Fetched(WindowPlan.Named operation, Column values) {
            this(operation, values, new int[values.length()]);
        }

        @Override
        public Runner runner() {
            Fetching fetching = (Fetching) operation.op().function(values::isNull, operation.parameter());
            return new Runner() {
                @Override
                public void begin(WindowRows rows) {
                    fetching.begin();
                }

                @Override
                public void next(WindowRows rows) {
                    sources[rows.row(rows.index())] = fetching.next(rows);
                }
            };
        }

        @Override
        public Column column(BufferAllocator allocator) {
            return values.gather(sources, allocator);
        }
    }

    /// An aggregate of the numbers in the frame: that of a group stand side by side while it is gone through.
    ///
    /// @param values the field, borrowed
    /// @param numbers its numbers
    record Aggregated(
            AggregateOp op,
            NumericColumn values,
            double[] numbers,
            TimeZoneRules zone,
            double[] results,
            boolean[] isUndefined)
            implements WindowOutput {
        /// Operations that need the numbers alone, one after the other.
        private static final Set<AggregateOp> OPERATIONS = EnumSet.of(
                AggregateOp.VALID,
                AggregateOp.MISSING,
                AggregateOp.SUM,
                AggregateOp.PRODUCT,
                AggregateOp.MEAN,
                AggregateOp.AVERAGE,
                AggregateOp.VARIANCE,
                AggregateOp.VARIANCEP,
                AggregateOp.STDEV,
                AggregateOp.STDEVP,
                AggregateOp.STDERR);

        static boolean knows(AggregateOp op, @Nullable Column values) {
            return OPERATIONS.contains(op) && values instanceof NumericColumn;
        }

        static Aggregated of(AggregateOp op, NumericColumn values, TimeZoneRules zone) {
            int rows = values.length();
            double[] numbers = new double[rows];
            values.load(0, rows, numbers);
            return new Aggregated(op, values, numbers, zone, new double[rows], new boolean[rows]);
        }

        @Override
        public Runner runner() {
            return new Aggregating(this);
        }

        /// NaN is neither valid nor missing; an invalid date is valid.
        private boolean isValid(double number) {
            return !Double.isNaN(number) || values instanceof DateColumn;
        }

        @Override
        public Column column(BufferAllocator allocator) {
            for (boolean undefined : isUndefined) {
                if (undefined) {
                    return mixedColumn(allocator);
                }
            }
            return Columns.numbers(results, results.length, new BitSet(), allocator);
        }

        private Column mixedColumn(BufferAllocator allocator) {
            ColumnBuilder builder = new ColumnBuilder(results.length);
            for (int row = 0; row < results.length; row++) {
                builder.append(isUndefined[row] ? Undefined.UNDEFINED : (Object) results[row]);
            }
            return builder.build(allocator);
        }
    }

    /// Adds numbers to an aggregate, and removes them, as the frame moves. The numbers of a group are read, and the
    /// results written, one after the other: the rows lie far apart.
    final class Aggregating implements Runner {
        private static final int ONLY_GROUP = 0;

        private final Aggregated output;
        private final Measure measure;
        private double[] numbers = {};
        private double[] results = {};

        private Aggregating(Aggregated output) {
            this.output = output;
            this.measure = new Measure(EnumSet.of(output.op), Double.NaN, 1, output.zone);
        }

        @Override
        public void begin(WindowRows rows) {
            measure.clear(ONLY_GROUP);
            if (numbers.length < rows.count()) {
                numbers = new double[rows.count()];
                results = new double[rows.count()];
            }
            for (int position = 0; position < rows.count(); position++) {
                numbers[position] = output.numbers[rows.row(position)];
            }
        }

        @Override
        public void next(WindowRows rows) {
            for (int position = rows.previousStart(); position < rows.start(); position++) {
                remove(position, rows.row(position));
            }
            for (int position = rows.previousEnd(); position < rows.end(); position++) {
                add(position, rows.row(position));
            }
            if (measure.isDefined(output.op, ONLY_GROUP)) {
                results[rows.index()] = measure.number(output.op, ONLY_GROUP);
            } else {
                output.isUndefined[rows.row(rows.index())] = true;
            }
        }

        private void add(int position, int row) {
            if (output.values.isNull(row)) {
                measure.addMissing(ONLY_GROUP, 1);
            } else if (output.isValid(numbers[position])) {
                measure.addNumber(ONLY_GROUP, numbers[position]);
            }
        }

        private void remove(int position, int row) {
            if (output.values.isNull(row)) {
                measure.addMissing(ONLY_GROUP, -1);
            } else if (output.isValid(numbers[position])) {
                measure.removeNumber(ONLY_GROUP, numbers[position]);
            }
        }

        @Override
        public void end(WindowRows rows) {
            for (int position = 0; position < rows.count(); position++) {
                output.results[rows.row(position)] = results[position];
            }
        }
    }
}
