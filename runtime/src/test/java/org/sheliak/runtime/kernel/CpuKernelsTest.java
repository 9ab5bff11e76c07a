package org.sheliak.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

class CpuKernelsTest {
    private static final BinGrid TENTHS = new BinGrid(0, 1, 0.1);
    private static final BinGrid TENS = new BinGrid(-50, 50, 10);

    private final BufferAllocator allocator = new RootAllocator();
    private final RandomColumns random = new RandomColumns(new Random(20), allocator);

    @AfterEach
    void close() {
        random.close();
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 63, 64, 65, 127, 1023, 1024, 1025, 4095, 4096, 4097, 8192, 10_001})
    void count_everyLayout_equalsPlainLoop(int rows) {
        List<NumericColumn> columns = random.columns(rows);
        for (int i = 0; i < columns.size(); i++) {
            NumericColumn binned = columns.get(i);
            NumericColumn filtered = columns.get((i + 1) % columns.size());
            check(new CountQuery(rows, List.of(), List.of(new Binning(binned, TENS))));
            check(new CountQuery(
                    rows,
                    List.of(
                            new RangeFilter(filtered, ValueRange.between(-30, 40)),
                            new RangeFilter(binned, random.range())),
                    List.of(new Binning(binned, TENS), new Binning(filtered, TENTHS))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void count_randomQuery_equalsPlainLoop(long seed) {
        try (RandomColumns columns = new RandomColumns(new Random(seed), allocator)) {
            for (int i = 0; i < 20; i++) {
                check(columns.query());
            }
        }
    }

    @Test
    void count_rowsForSeveralCores_equalsPlainLoop() {
        int rows = 600_001;
        List<NumericColumn> columns = List.of(random.column(0, rows, 0.1), random.column(3, rows, 0));
        for (BinGrid grid : List.of(TENS, TENTHS)) {
            check(new CountQuery(
                    rows,
                    List.of(new RangeFilter(columns.get(0), ValueRange.atLeast(-10))),
                    List.of(new Binning(columns.get(1), grid), new Binning(columns.get(0), grid))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000, 600_001})
    void extremes_ofTheRowsThatPass_areThoseOfAPlainLoop(int rows) {
        for (int layout = 0; layout < 6; layout++) {
            NumberColumn column = (NumberColumn) random.finiteColumn(layout, rows, layout % 2 * 1e-5);
            NumberColumn other = (NumberColumn) random.finiteColumn(layout, rows, 0.1);
            for (ValueRange range : List.of(
                    ValueRange.ALL,
                    ValueRange.NONE,
                    ValueRange.atLeast(9),
                    ValueRange.atLeast(0),
                    ValueRange.between(-3, 0).withNull(true))) {
                checkExtremes(
                        new CountQuery(rows, List.of(new RangeFilter(column, range)), List.of()),
                        List.of(column, other));
            }
        }
    }

    private static void checkExtremes(CountQuery rows, List<NumberColumn> columns) {
        for (CpuKernels kernels : List.of(new CpuKernels(VectorLoops::new), new CpuKernels(ScalarLoops::new))) {
            List<Optional<Extremes>> found = kernels.extremes(rows, columns);
            for (int i = 0; i < columns.size(); i++) {
                assertThat(found.get(i)).isEqualTo(PlainLoop.extremes(rows, columns.get(i)));
            }
        }
    }

    private static void checkGroups(GroupTable actual, GroupQuery query) {
        CellCounts expected = PlainLoop.count(query.rows());
        assertThat(actual.counts().counts()).isEqualTo(expected.counts());
        assertThat(actual.counts().firstRows()).isEqualTo(expected.firstRows());
        for (int cell : actual.counts().seen()) {
            PlainLoop.checkStatistics(query, cell, actual.statistics().getFirst());
        }
    }

    /// Zones that a range lets pass as a whole, in part and not at all, some with nulls and NaN.
    @Test
    void count_rowsInOrder_equalsPlainLoop() {
        int rows = 600_001;
        double[] rising = new double[rows];
        for (int row = 0; row < rows; row++) {
            rising[row] = row % 90_001 == 7 ? Double.NaN : row / 1e4;
        }
        NumericColumn ordered = random.numbers(rising);
        NumericColumn other = random.column(0, rows, 0.1);
        List<ValueRange> ranges = List.of(
                ValueRange.between(10, 20),
                ValueRange.between(-1, 100),
                ValueRange.between(70, 100),
                ValueRange.ALL,
                ValueRange.atLeast(45).withNaN(true),
                ValueRange.NONE.withNaN(true),
                ValueRange.NONE.withNull(true));
        for (ValueRange range : ranges) {
            for (RangeFilter filter : List.of(new RangeFilter(ordered, range), new RangeFilter(other, range))) {
                check(new CountQuery(
                        rows,
                        List.of(
                                filter,
                                new RangeFilter(ordered, ValueRange.atMost(55).withNaN(true))),
                        List.of(new Binning(other, TENS))));
            }
        }
    }

    @Test
    void count_binBoundaries_equalsPlainLoop() {
        for (BinGrid grid : List.of(
                TENTHS,
                TENS,
                new BinGrid(0.1, 0.7, 0.2),
                new BinGrid(-1e300, 1e300, 1e299),
                new BinGrid(0, 1, 3),
                new BinGrid(1e15, 1e15 + 7, 0.5),
                new BinGrid(0, 10 * Double.MIN_VALUE, 2 * Double.MIN_VALUE))) {
            NumericColumn column = random.edgesOf(grid);
            check(new CountQuery(column.length(), List.of(), List.of(new Binning(column, grid))));
        }
    }

    @Test
    void count_withoutBins_countsThePassingRows() {
        NumericColumn column = random.numbers(1, 2, 3, Double.NaN);
        CountQuery query = new CountQuery(4, List.of(new RangeFilter(column, ValueRange.atLeast(2))), List.of());
        assertThat(CpuKernels.widest().count(query).counts()).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65, 4097, 600_001})
    void group_everyLayout_measuresAsAPlainLoop(int rows) {
        NumericColumn binned = random.column(0, rows, 0.1);
        RangeFilter filter = new RangeFilter(random.column(3, rows, 0), ValueRange.atLeast(-20));
        CountQuery groups = new CountQuery(rows, List.of(filter), List.of(new Binning(binned, TENS)));
        for (int layout = 0; layout < 6; layout++) {
            NumberColumn measured = (NumberColumn) random.finiteColumn(layout, rows, layout % 2 * 0.2);
            GroupQuery query = new GroupQuery(groups, List.of(new Measured(measured, EnumSet.allOf(Statistic.class))));
            for (CpuKernels kernels : List.of(new CpuKernels(VectorLoops::new), new CpuKernels(ScalarLoops::new))) {
                checkGroups(kernels.group(query), query);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65, 4097, 100_001})
    void groupInOrder_everyLayout_addsAsAPlainLoop(int rows) {
        CodedRows codes = random.codes(rows);
        RangeFilter filter = new RangeFilter(random.column(3, rows, 0), ValueRange.atLeast(-20));
        for (List<Dimension> dimensions : List.of(List.<Dimension>of(codes), List.<Dimension>of())) {
            CountQuery groups = new CountQuery(rows, List.of(filter), dimensions);
            for (int layout = 0; layout < 6; layout++) {
                NumberColumn measured = (NumberColumn) random.finiteColumn(layout, rows, layout % 2 * 0.2);
                GroupQuery query =
                        new GroupQuery(groups, List.of(new Measured(measured, EnumSet.allOf(Statistic.class))));
                for (CpuKernels kernels : List.of(new CpuKernels(VectorLoops::new), new CpuKernels(ScalarLoops::new))) {
                    checkGroupsInOrder(kernels.groupInOrder(query), query);
                }
            }
        }
    }

    private static void checkGroupsInOrder(GroupTable actual, GroupQuery query) {
        assertThat(actual.counts().counts())
                .isEqualTo(PlainLoop.count(query.rows()).counts());
        for (int cell : actual.counts().seen()) {
            PlainLoop.checkStatisticsInOrder(query, cell, actual.statistics().getFirst());
        }
    }

    @Test
    void count_rowsWithRangesOfTheirCodes_equalsPlainLoop() {
        int rows = 300_001;
        CodedRows codes = random.codes(rows);
        for (int layout = 0; layout < 7; layout++) {
            CodedRangeFilter filter = random.codedRange(random.column(layout, rows, layout % 2 * 0.2), codes);
            check(new CountQuery(rows, List.of(), List.of(), List.of(filter), List.of(codes)));
        }
    }

    @Test
    void seen_isInTheOrderOfTheFirstRows() {
        NumericColumn column = random.numbers(25, -999, 5, 25, Double.NaN, 999, 5);
        CellCounts counts = CpuKernels.widest()
                .count(new CountQuery(7, List.of(), List.of(new Binning(column, new BinGrid(0, 30, 10)))));
        assertThat(counts.seen()).containsExactly(2, 3, 0, 5, 4);
        assertThat(counts.firstRows()).containsExactly(0, 1, 2, 4, 5);
        assertThat(counts.seenCounts()).containsExactly(2, 1, 2, 1, 1);
        assertThat(counts.counts()).containsExactly(2, 0, 2, 1, 1, 1, 0);
    }

    private static void check(CountQuery query) {
        CellCounts expected = PlainLoop.count(query);
        for (CpuKernels kernels : List.of(new CpuKernels(VectorLoops::new), new CpuKernels(ScalarLoops::new))) {
            CellCounts actual = kernels.count(query);
            assertThat(actual.counts()).as("%s", query).isEqualTo(expected.counts());
            assertThat(actual.seen()).as("%s", query).isEqualTo(expected.seen());
            assertThat(actual.firstRows()).as("%s", query).isEqualTo(expected.firstRows());
        }
    }
}
