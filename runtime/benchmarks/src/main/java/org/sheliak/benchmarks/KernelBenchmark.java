package org.sheliak.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRangeFilter;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.Statistic;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.ColumnMemory;
import org.sheliak.runtime.table.NumberColumn;

/// How long one pass over columns takes that filters by ranges, sorts into bins and keeps a dense group table.
///
/// `make bench-jmh JMH_OPTIONS="KernelBenchmark -p rows=10000000"`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    private static final long SEED = 1;
    private static final int COLUMNS = 3;
    private static final int CODES = 1000;
    private static final ValueRange MIDDLE = ValueRange.between(0.25, 0.75);
    private static final BinGrid GRID = new BinGrid(0, 1, 1.0 / 64);

    @Param("1000000")
    private int rows;

    private final BufferAllocator allocator = ColumnMemory.allocator(Long.MAX_VALUE);
    private final ColumnKernels kernels = ColumnKernels.load();
    private final double[][] numbers = new double[COLUMNS][];
    private final NumberColumn[] columns = new NumberColumn[COLUMNS];
    private final double[] lower = new double[CODES];
    private final double[] upper = new double[CODES];
    private CodedRows codes = new CodedRows(new char[0], CODES);

    @Setup(Level.Trial)
    public void load() {
        Random random = new Random(SEED);
        for (int column = 0; column < COLUMNS; column++) {
            numbers[column] = random.doubles(rows).toArray();
            columns[column] = NumberColumn.of(numbers[column], rows, allocator);
        }
        check(bin(), row -> true, row -> slot(0, row));
        check(filter(), this::isMiddle, row -> 0);
        check(filterAndBin2d(), this::isMiddle, row -> slot(0, row) * GRID.slots() + slot(1, row));
        check(statistics(), row -> true, row -> slot(0, row));
        Arrays.fill(upper, 1);
        Arrays.setAll(lower, code -> (double) code / CODES);
        char[] codeOfRow = new char[rows];
        for (int row = 0; row < rows; row++) {
            codeOfRow[row] = (char) random.nextInt(CODES);
        }
        codes = new CodedRows(codeOfRow, CODES);
        check(codedRanges(), row -> numbers[0][row] >= lower[codeOfRow[row]], row -> codeOfRow[row]);
        check(sumsInOrder(), row -> true, row -> codeOfRow[row]);
        checkSums(sumsInOrder(), codeOfRow);
    }

    private void checkSums(GroupTable found, char[] codeOfRow) {
        double[] sums = new double[CODES];
        for (int row = 0; row < rows; row++) {
            sums[codeOfRow[row]] += numbers[0][row];
        }
        for (int code = 0; code < CODES; code++) {
            if (found.statistics().getFirst().sum(code) != sums[code]) {
                throw new IllegalStateException("the sums are not those of a plain loop");
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        for (NumberColumn column : columns) {
            column.close();
        }
        kernels.close();
        allocator.close();
    }

    /// Bins and counts.
    @Benchmark
    public GroupTable bin() {
        return group(List.of(), List.of(binned(0)), List.of());
    }

    /// Three ranges; what passes is counted.
    @Benchmark
    public GroupTable filter() {
        return group(ranges(), List.of(), List.of());
    }

    /// Three ranges; what passes is counted by bins of two columns.
    @Benchmark
    public GroupTable filterAndBin2d() {
        return group(ranges(), List.of(binned(0), binned(1)), List.of());
    }

    /// Groups by codes; of each the numbers are added in the order of the rows.
    @Benchmark
    public GroupTable sumsInOrder() {
        CountQuery byCode = new CountQuery(rows, List.of(), List.of(codes));
        return kernels.groupInOrder(new GroupQuery(byCode, List.of(new Measured(columns[0], Set.of(Statistic.SUM)))));
    }

    /// Ranges that depend on codes; what passes is counted by code.
    @Benchmark
    public GroupTable codedRanges() {
        CodedRangeFilter filter = new CodedRangeFilter(columns[0], codes, lower, upper);
        return kernels.group(
                new GroupQuery(new CountQuery(rows, List.of(), List.of(), List.of(filter), List.of(codes))));
    }

    /// All statistics of one column by bins of another.
    @Benchmark
    public GroupTable statistics() {
        Set<Statistic> all = Set.of(Statistic.values());
        return group(List.of(), List.of(binned(0)), List.of(new Measured(columns[1], all)));
    }

    private GroupTable group(List<RangeFilter> filters, List<Dimension> dimensions, List<Measured> measures) {
        return kernels.group(new GroupQuery(new CountQuery(rows, filters, dimensions), measures));
    }

    private List<RangeFilter> ranges() {
        return Arrays.stream(columns)
                .map(column -> new RangeFilter(column, MIDDLE))
                .toList();
    }

    private Binning binned(int column) {
        return new Binning(columns[column], GRID);
    }

    private boolean isMiddle(int row) {
        return Arrays.stream(numbers).allMatch(column -> column[row] >= 0.25 && column[row] <= 0.75);
    }

    /// The bins are a power of two wide, so that the division is exact.
    private int slot(int column, int row) {
        return (int) (numbers[column][row] * GRID.bins());
    }

    private void check(GroupTable found, RowTest passes, CellOfRow cell) {
        int[] expected = new int[found.counts().counts().length];
        for (int row = 0; row < rows; row++) {
            if (passes.test(row)) {
                expected[cell.of(row)]++;
            }
        }
        if (!Arrays.equals(expected, found.counts().counts())) {
            throw new IllegalStateException("the counts are not those of a plain loop");
        }
    }

    private interface RowTest {
        boolean test(int row);
    }

    private interface CellOfRow {
        int of(int row);
    }
}
