package org.sheliak.runtime.transform.aggregate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// All that is computed of one field, for several groups side by side.
///
/// Null, undefined and the empty string are missing; the number NaN is neither missing nor valid; all else is valid,
/// and a number to the operations that need one. Without a valid value most results are undefined.
///
/// Source: vega-transforms/src/util/AggregateOps.js @ v6.4.0.
public final class Measure {
    private static final int CHUNK = 4096;

    private final int[] valid;
    private final int[] missing;
    private final List<NumberAccumulator> numbers = new ArrayList<>();
    private final @Nullable SumAccumulator sum;
    private final @Nullable ProductAccumulator product;
    private final @Nullable MomentAccumulator moments;
    private final @Nullable ExponentialAccumulator exponential;
    private final @Nullable ExtremeAccumulator min;
    private final @Nullable ExtremeAccumulator max;

    /// @param ops what will be asked for
    /// @param ratio the parameter of `exponential`; NaN when there is none
    public Measure(Set<AggregateOp> ops, double ratio, int groups, TimeZoneRules zone) {
        valid = new int[groups];
        missing = new int[groups];
        sum = uses(ops, AggregateOp.SUM) ? kept(new SumAccumulator(groups)) : null;
        product = uses(ops, AggregateOp.PRODUCT) ? kept(new ProductAccumulator(groups)) : null;
        moments = uses(
                        ops,
                        AggregateOp.MEAN,
                        AggregateOp.AVERAGE,
                        AggregateOp.VARIANCE,
                        AggregateOp.VARIANCEP,
                        AggregateOp.STDEV,
                        AggregateOp.STDEVP,
                        AggregateOp.STDERR)
                ? kept(new MomentAccumulator(groups))
                : null;
        exponential = uses(ops, AggregateOp.EXPONENTIAL, AggregateOp.EXPONENTIALB)
                ? kept(new ExponentialAccumulator(groups, ratio))
                : null;
        min = uses(ops, AggregateOp.MIN, AggregateOp.ARGMIN) ? new ExtremeAccumulator(groups, false, zone) : null;
        max = uses(ops, AggregateOp.MAX, AggregateOp.ARGMAX) ? new ExtremeAccumulator(groups, true, zone) : null;
    }

    private static boolean uses(Set<AggregateOp> ops, AggregateOp first, AggregateOp... others) {
        Set<AggregateOp> any = EnumSet.of(first, others);
        return ops.stream().anyMatch(any::contains);
    }

    private <A extends NumberAccumulator> A kept(A accumulator) {
        numbers.add(accumulator);
        return accumulator;
    }

    /// Forgets what a group has seen.
    public void clear(int group) {
        valid[group] = 0;
        missing[group] = 0;
        numbers.forEach(accumulator -> accumulator.clear(group));
        if (min != null) {
            min.clear(group);
        }
        if (max != null) {
            max.clear(group);
        }
    }

    /// Adds a value to a group.
    public void add(int group, @Nullable Object value, int row) {
        if (value == null || isMissing(value)) {
            missing[group]++;
        } else if (!isNaN(value)) {
            valid[group]++;
            if (!numbers.isEmpty()) {
                double number = Coercion.toNumber(value);
                for (NumberAccumulator accumulator : numbers) {
                    accumulator.add(group, number);
                }
            }
            addExtremes(group, value, row);
        }
    }

    /// Adds a number, or a date as its milliseconds: valid, whatever it is. For operations on numbers only.
    public void addNumber(int group, double number) {
        valid[group]++;
        for (NumberAccumulator accumulator : numbers) {
            accumulator.add(group, number);
        }
    }

    /// Removes a number that was added to a group.
    public void removeNumber(int group, double number) {
        valid[group]--;
        for (NumberAccumulator accumulator : numbers) {
            accumulator.remove(group, number);
        }
    }

    /// Adds so many nulls, or removes them.
    public void addMissing(int group, int count) {
        missing[group] += count;
    }

    private void addExtremes(int group, Object value, int row) {
        if (min != null) {
            min.add(group, value, row);
        }
        if (max != null) {
            max.add(group, value, row);
        }
    }

    /// Removes a value that was added to a group.
    public void remove(int group, @Nullable Object value) {
        if (value == null || isMissing(value)) {
            missing[group]--;
        } else if (!isNaN(value)) {
            valid[group]--;
            double number = Coercion.toNumber(value);
            for (NumberAccumulator accumulator : numbers) {
                accumulator.remove(group, number);
            }
            if (min != null) {
                min.remove(group, value);
            }
            if (max != null) {
                max.remove(group, value);
            }
        }
    }

    private static boolean isMissing(Object value) {
        return value == Undefined.UNDEFINED || "".equals(value);
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    /// Adds a whole column, each value to its row's group. Cost: no boxes for numbers and dates.
    public void addAll(Column column, int[] groups) {
        switch (column) {
            case NumericColumn numeric -> addNumeric(numeric, groups);
            case StringColumn _, BooleanColumn _, ValueColumn _ -> {
                for (int row = 0; row < groups.length; row++) {
                    add(groups[row], column.value(row), row);
                }
            }
        }
    }

    private void addNumeric(NumericColumn column, int[] groups) {
        boolean keepsNaN = column instanceof DateColumn;
        double[] chunk = new double[CHUNK];
        int[] chunkGroups = new int[CHUNK];
        for (int from = 0; from < groups.length; from += CHUNK) {
            int count = Math.min(CHUNK, groups.length - from);
            column.load(from, count, chunk);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int group = groups[from + i];
                if (column.isNull(from + i)) {
                    missing[group]++;
                } else if (keepsNaN || !Double.isNaN(chunk[i])) {
                    valid[group]++;
                    chunkGroups[kept] = group;
                    chunk[kept++] = chunk[i];
                }
            }
            for (NumberAccumulator accumulator : numbers) {
                accumulator.addAll(chunk, chunkGroups, kept);
            }
        }
        if (min != null || max != null) {
            addNumericExtremes(column, groups);
        }
    }

    private void addNumericExtremes(NumericColumn column, int[] groups) {
        NumericExtremes found = new NumericExtremes(valid.length);
        found.addAll(column, groups);
        if (min != null) {
            found.copyMin(column, min);
        }
        if (max != null) {
            found.copyMax(column, max);
        }
    }

    /// The result of an operation for a group; for `values` a [RowList], to be made into objects at the very end.
    ///
    /// @param field the field's values, by which the store tells fields apart
    /// @param store the group's rows; only read for operations that [AggregateOp#readsRows], and after removals
    /// @param tuples rows as objects
    public @Nullable Object value(
            AggregateOp op, int group, FieldValues field, TupleStore store, IntFunction<Object> tuples) {
        return switch (op) {
            case VALUES -> store.rows();
            case COUNT, FIELD_COUNT, MISSING, VALID -> number(op, group);
            case DISTINCT -> store.distinct(field);
            case CI0 -> store.confidence(field, 0);
            case CI1 -> store.confidence(field, 1);
            case Q1 -> store.quartile(field, 0);
            case MEDIAN -> store.quartile(field, 1);
            case Q3 -> store.quartile(field, 2);
            case MIN, MAX -> extreme(op, group, field, store);
            case ARGMIN, ARGMAX -> tuple(op, group, field, store, tuples);
            default -> isDefined(op, group) ? (Object) number(op, group) : Undefined.UNDEFINED;
        };
    }

    /// Whether a group has enough valid values for the number that an operation gives.
    public boolean isDefined(AggregateOp op, int group) {
        return switch (op) {
            case COUNT, FIELD_COUNT, MISSING, VALID -> true;
            case VARIANCE, STDEV, STDERR -> valid[group] > 1;
            default -> valid[group] != 0;
        };
    }

    /// The number that an operation on numbers gives for a group.
    public double number(AggregateOp op, int group) {
        double count = valid[group];
        return switch (op) {
            case COUNT, FIELD_COUNT -> count + missing[group];
            case MISSING -> missing[group];
            case VALID -> count;
            case SUM -> present(sum).sum(group);
            case PRODUCT -> present(product).product(group);
            case MEAN, AVERAGE -> present(moments).mean(group);
            case VARIANCE -> present(moments).deviation(group) / (count - 1);
            case VARIANCEP -> present(moments).deviation(group) / count;
            case STDEV -> Math.sqrt(present(moments).deviation(group) / (count - 1));
            case STDEVP -> Math.sqrt(present(moments).deviation(group) / count);
            case STDERR -> Math.sqrt(present(moments).deviation(group) / (count * (count - 1)));
            case EXPONENTIAL -> present(exponential).mean(group);
            case EXPONENTIALB -> present(exponential).biasedMean(group);
            default -> throw new IllegalArgumentException(op.vegaName());
        };
    }

    private @Nullable Object extreme(AggregateOp op, int group, FieldValues field, TupleStore store) {
        ExtremeAccumulator extreme = present(op == AggregateOp.MIN ? min : max);
        if (extreme.isForgotten(group)) {
            int row = op == AggregateOp.MIN ? store.argmin(field) : store.argmax(field);
            extreme.found(group, row < 0 ? Undefined.UNDEFINED : field.value(row));
        }
        return extreme.best(group);
    }

    private Object tuple(AggregateOp op, int group, FieldValues field, TupleStore store, IntFunction<Object> tuples) {
        ExtremeAccumulator extreme = present(op == AggregateOp.ARGMIN ? min : max);
        if (extreme.hasRow(group)) {
            return tuples.apply(extreme.row(group));
        }
        int row = op == AggregateOp.ARGMIN ? store.argmin(field) : store.argmax(field);
        return row < 0 ? Map.of() : tuples.apply(row);
    }

    private static <A> A present(@Nullable A accumulator) {
        if (accumulator == null) {
            throw new IllegalStateException("the operation was not announced");
        }
        return accumulator;
    }
}
