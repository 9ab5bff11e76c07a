package org.sheliak.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Columns and queries that hit what is special: NaN, infinities, -0, nulls, values on the edges of bins.
public final class RandomColumns implements AutoCloseable {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0.1,
        0.2,
        0.30000000000000004,
        0.7,
        10,
        -50,
        50,
        1e15
    };

    private static final double[] FINITE = {0, -0.0, 1, -1, Double.NaN, 0.1, 0.2, 0.30000000000000004, 10, -50, 1e9};

    private final Random random;
    private final BufferAllocator allocator;
    private final List<NumericColumn> columns = new ArrayList<>();

    public RandomColumns(Random random, BufferAllocator allocator) {
        this.random = random;
        this.allocator = allocator;
    }

    @Override
    public void close() {
        columns.forEach(NumericColumn::close);
    }

    /// A column of each layout, each with and without nulls.
    public List<NumericColumn> columns(int rows) {
        List<NumericColumn> made = new ArrayList<>();
        for (double nulls : new double[] {0, 0.2}) {
            for (int layout = 0; layout < 7; layout++) {
                made.add(column(layout, rows, nulls));
            }
        }
        return made;
    }

    NumericColumn numbers(double... numbers) {
        return keep(NumberColumn.of(numbers, numbers.length, allocator));
    }

    /// Amounts of whole cents.
    public NumberColumn cents(int rows) {
        double[] cents =
                random.ints(rows, 0, 1 << 16).mapToDouble(cent -> cent / 100.0).toArray();
        return (NumberColumn) numbers(cents);
    }

    /// Every edge of a grid's bins and the values next to it.
    NumericColumn edgesOf(BinGrid grid) {
        double[] edges = new double[3 * (grid.bins() + 3)];
        for (int i = 0; i < edges.length; i += 3) {
            double edge = grid.start() + grid.step() * (i / 3 - 1);
            edges[i] = edge;
            edges[i + 1] = Math.nextDown(edge);
            edges[i + 2] = Math.nextUp(edge);
        }
        return numbers(edges);
    }

    public CountQuery query() {
        int rows = random.nextInt(random.nextBoolean() ? 200 : 20_000);
        Supplier<NumericColumn> column = () -> column(random.nextInt(7), rows, random.nextBoolean() ? 0 : 0.1);
        List<RangeFilter> filters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            filters.add(new RangeFilter(column.get(), range()));
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            dimensions.add(random.nextInt(3) == 0 ? codes(rows) : new Binning(column.get(), grid()));
        }
        List<CodedRangeFilter> codedRanges =
                random.nextInt(3) == 0 ? List.of(codedRange(column.get(), codes(rows))) : List.of();
        return new CountQuery(rows, filters, List.of(), codedRanges, dimensions);
    }

    /// A range for each code.
    CodedRangeFilter codedRange(NumericColumn column, CodedRows codes) {
        double[] lower = new double[codes.slots()];
        double[] upper = new double[codes.slots()];
        for (int slot = 0; slot < lower.length; slot++) {
            ValueRange range = range();
            lower[slot] = range.lower();
            upper[slot] = range.upper();
        }
        return new CodedRangeFilter(column, codes, lower, upper);
    }

    CodedRows codes(int rows) {
        int slots = 1 + random.nextInt(40);
        char[] codes = new char[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (char) random.nextInt(slots);
        }
        return new CodedRows(codes, slots);
    }

    public ValueRange range() {
        double bound = bound();
        ValueRange range = switch (random.nextInt(7)) {
            case 0 -> ValueRange.ALL;
            case 1 -> ValueRange.NONE;
            case 2 -> ValueRange.above(bound);
            case 3 -> ValueRange.below(bound);
            case 4 -> ValueRange.atLeast(bound).and(ValueRange.atMost(bound + 30));
            default -> ValueRange.between(-random.nextInt(60), random.nextInt(60));
        };
        return range.withNaN(random.nextBoolean()).withNull(random.nextBoolean());
    }

    private double bound() {
        return random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian() * 20;
    }

    private BinGrid grid() {
        double step = new double[] {0.1, 0.25, 1, 5, 7, 10}[random.nextInt(6)];
        double start = random.nextInt(20) * step - 50;
        return new BinGrid(start, start + step * (1 + random.nextInt(30)), step);
    }

    public NumericColumn column(int layout, int rows, double nulls) {
        return column(layout, rows, nulls, SPECIAL);
    }

    /// A column without infinities, and without numbers whose sum could be one.
    public NumericColumn finiteColumn(int layout, int rows, double nulls) {
        return column(layout, rows, nulls, FINITE);
    }

    private NumericColumn column(int layout, int rows, double nulls, double[] special) {
        BaseFixedWidthVector vector = switch (layout) {
            case 0 -> new Float8Vector("", allocator);
            case 1 -> new Float4Vector("", allocator);
            case 2 -> new BigIntVector("", allocator);
            case 3 -> new IntVector("", allocator);
            case 4 -> new SmallIntVector("", allocator);
            case 5 -> new TinyIntVector("", allocator);
            default -> new TimeStampMilliVector("", allocator);
        };
        vector.allocateNew(rows);
        for (int row = 0; row < rows; row++) {
            if (random.nextDouble() < nulls) {
                vector.setNull(row);
            } else {
                set(vector, row, special);
            }
        }
        vector.setValueCount(rows);
        return keep(vector instanceof TimeStampMilliVector dates ? new DateColumn(dates) : new NumberColumn(vector));
    }

    private void set(BaseFixedWidthVector vector, int row, double[] special) {
        double number = random.nextInt(5) == 0
                ? special[random.nextInt(special.length)]
                : random.nextBoolean() ? random.nextInt(-60, 60) : random.nextGaussian() * 30;
        switch (vector) {
            case Float8Vector doubles -> doubles.set(row, number);
            case Float4Vector floats -> floats.set(row, (float) number);
            case BigIntVector longs -> longs.set(row, (long) number);
            case IntVector ints -> ints.set(row, (int) number);
            case SmallIntVector shorts -> shorts.set(row, (int) Math.clamp(number, -30_000, 30_000));
            case TinyIntVector bytes -> bytes.set(row, (int) Math.clamp(number, -120, 120));
            case TimeStampMilliVector dates ->
                dates.set(row, Double.isNaN(number) ? DateColumn.INVALID : (long) number);
            default -> throw new IllegalArgumentException(Arrays.toString(vector.getBuffers(false)));
        }
    }

    private NumericColumn keep(NumericColumn column) {
        columns.add(column);
        return column;
    }
}
