package org.sheliak.aparapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Columns and queries with NaN, infinities, -0, nulls and values on the edges of bins.
final class TestColumns implements AutoCloseable {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0.1,
        0.30000000000000004,
        10,
        Math.nextUp(10.0),
        Math.nextDown(10.0)
    };

    private final Random random;
    private final BufferAllocator allocator = new RootAllocator();
    private final List<NumericColumn> columns = new ArrayList<>();

    TestColumns(Random random) {
        this.random = random;
    }

    /// @param nulls part of the rows that are null
    NumericColumn random(int rows, double nulls) {
        Float8Vector vector = new Float8Vector("", allocator);
        vector.allocateNew(rows);
        for (int row = 0; row < rows; row++) {
            if (random.nextDouble() < nulls) {
                vector.setNull(row);
            } else {
                vector.set(row, value());
            }
        }
        vector.setValueCount(rows);
        return keep(new NumberColumn(vector));
    }

    private double value() {
        return switch (random.nextInt(8)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1, 2 -> random.nextInt(-20, 20);
            case 3 -> random.nextInt(-200, 200) / 10.0;
            default -> random.nextGaussian() * 12;
        };
    }

    /// A query over random columns of one length.
    CountQuery query(int rows) {
        List<RangeFilter> filters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            filters.add(new RangeFilter(random(rows, random.nextInt(3) * 0.1), range()));
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            NumericColumn column = random(rows, random.nextInt(3) * 0.1);
            dimensions.add(random.nextInt(3) == 0 ? codes(rows) : new Binning(column, grid()));
        }
        return new CountQuery(rows, filters, dimensions);
    }

    private CodedRows codes(int rows) {
        int slots = 1 + random.nextInt(40);
        char[] codes = new char[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (char) random.nextInt(slots);
        }
        return new CodedRows(codes, slots);
    }

    ValueRange range() {
        double lower = value();
        ValueRange range = switch (random.nextInt(6)) {
            case 0 -> ValueRange.ALL;
            case 1 -> ValueRange.above(lower);
            case 2 -> ValueRange.below(lower);
            case 3 -> ValueRange.atMost(lower);
            default -> ValueRange.between(-random.nextInt(20), random.nextInt(20));
        };
        return range.withNaN(random.nextBoolean()).withNull(random.nextBoolean());
    }

    private BinGrid grid() {
        double step = new double[] {0.1, 0.25, 1, 7}[random.nextInt(4)];
        double start = random.nextInt(20) * step - 10;
        return new BinGrid(start, start + step * (1 + random.nextInt(60)), step);
    }

    NumericColumn keep(NumericColumn column) {
        columns.add(column);
        return column;
    }

    @Override
    public void close() {
        columns.forEach(NumericColumn::close);
        allocator.close();
    }
}
