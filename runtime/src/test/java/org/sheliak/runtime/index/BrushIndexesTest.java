package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CellStatistics;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.RandomColumns;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.Statistic;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Answers of indexes against those of a scan.
class BrushIndexesTest {
    private static final BinGrid TENS = new BinGrid(-50, 50, 10);

    private final BufferAllocator allocator = new RootAllocator();
    private final RandomColumns random = new RandomColumns(new Random(7), allocator);
    private final ColumnKernels kernels = new ColumnKernels(List.of(), CpuKernels.widest());
    private final BrushIndexes indexes = new BrushIndexes(kernels, Runnable::run, 1, 256 << 20);

    @AfterEach
    void close() {
        random.close();
        allocator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 10",
        "300, 1, 10",
        "300, 2, 10",
        "40000, 1, 10",
        "40000, 2, 100",
        "600001, 1, 0.01",
        "600001, 2, 0.01"
    })
    void answer_anyRanges_equalsTheScan(int rows, int brushedCount, double step) {
        for (int layout = 0; layout < 7; layout += rows < 100_000 ? 1 : 4) {
            List<NumericColumn> brushed = new ArrayList<>();
            for (int i = 0; i < brushedCount; i++) {
                brushed.add(random.column((layout + i) % 7, rows, i == 0 ? 0.05 : 0));
            }
            RangeFilter other = new RangeFilter(random.column(0, rows, 0), ValueRange.atLeast(-25));
            List<Measured> measures = List.of(
                    new Measured((NumberColumn) random.finiteColumn(0, rows, 0.1), EnumSet.allOf(Statistic.class)),
                    new Measured((NumberColumn) random.finiteColumn(3, rows, 0), EnumSet.of(Statistic.SUM)),
                    new Measured(random.cents(rows), EnumSet.of(Statistic.SUM)));
            // As wide as all numbers, the bin is no bin: all rows are one group.
            Binning bins = new Binning(random.column(0, rows, 0.1), new BinGrid(-50, 50, step));
            CountQuery all = new CountQuery(rows, List.of(other), step < 100 ? List.of(bins) : List.of());
            // The first query is remembered, the second has the index built.
            ask(all, measures, brushed, List.of(ValueRange.between(-3, 4), ValueRange.between(0, 9)));
            ask(all, measures, brushed, List.of(ValueRange.between(-2, 5), ValueRange.between(1, 9)));
            for (int i = 0; i < 40; i++) {
                List<ValueRange> ranges = List.of(random.range(), random.range());
                assertThat(ask(all, measures, brushed, ranges)).isPresent();
            }
            assertThat(ask(all, measures, List.of(), List.of())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 10, 1 << 19, 1 << 20, 1 << 26})
    void answer_brushesInTurn_buildsOncePerTurnWhateverTheBudget(int budget) {
        AtomicInteger builds = new AtomicInteger();
        BrushIndexes limited = new BrushIndexes(
                kernels,
                build -> {
                    builds.incrementAndGet();
                    build.run();
                },
                1,
                budget);
        int rows = 40_000;
        List<RangeFilter> brushes = List.of(
                new RangeFilter(random.column(0, rows, 0), ValueRange.atLeast(0)),
                new RangeFilter(random.column(3, rows, 0), ValueRange.atLeast(0)));
        Dimension bins = new Binning(random.column(0, rows, 0.1), TENS);
        for (int turn = 0; turn < 6; turn++) {
            NumericColumn brushed = brushes.get(turn % 2).column();
            builds.set(0);
            Optional<GroupTable> last = Optional.empty();
            for (int move = 0; move < 12; move++) {
                RangeFilter range = new RangeFilter(brushed, ValueRange.atLeast(move - 6.5));
                last = limited.answer(new GroupQuery(new CountQuery(rows, List.of(range), List.of(bins)), List.of()));
                limited.buildWaiting();
            }
            assertThat(builds.get()).isLessThanOrEqualTo(1);
            assertThat(last.isPresent()).isEqualTo(budget > 1 << 10);
            assertThat(limited.sizeBytes()).isLessThanOrEqualTo(budget);
        }
    }

    private Optional<GroupTable> ask(
            CountQuery rows, List<Measured> measures, List<NumericColumn> brushed, List<ValueRange> ranges) {
        List<RangeFilter> filters = new ArrayList<>(rows.filters());
        for (int i = 0; i < brushed.size(); i++) {
            filters.add(new RangeFilter(brushed.get(i), ranges.get(i)));
        }
        GroupQuery query = new GroupQuery(new CountQuery(rows.rows(), filters, rows.dimensions()), measures);
        Optional<GroupTable> answer = indexes.answer(query);
        indexes.buildWaiting();
        answer.ifPresent(actual -> check(query, actual, kernels.group(query)));
        return answer;
    }

    private static void check(GroupQuery query, GroupTable actual, GroupTable expected) {
        assertThat(actual.counts().counts())
                .as("%s", query)
                .isEqualTo(expected.counts().counts());
        assertThat(actual.counts().seen())
                .as("%s", query)
                .isEqualTo(expected.counts().seen());
        assertThat(actual.counts().firstRows())
                .as("%s", query)
                .isEqualTo(expected.counts().firstRows());
        for (int measure = 0; measure < query.measures().size(); measure++) {
            boolean hasMoments = query.measures().get(measure).statistics().contains(Statistic.MOMENTS);
            for (int cell : actual.counts().seen()) {
                check(actual.statistics().get(measure), expected.statistics().get(measure), cell, hasMoments);
            }
        }
    }

    private static void check(CellStatistics actual, CellStatistics expected, int cell, boolean hasMoments) {
        assertThat(actual.valid(cell)).isEqualTo(expected.valid(cell));
        assertThat(actual.missing(cell)).isEqualTo(expected.missing(cell));
        if (actual.valid(cell) == 0) {
            return;
        }
        assertThat(actual.sum(cell)).isEqualTo(expected.sum(cell));
        if (hasMoments) {
            assertThat(actual.mean(cell)).isCloseTo(expected.mean(cell), close(expected.mean(cell)));
            assertThat(actual.deviation(cell)).isCloseTo(expected.deviation(cell), close(expected.deviation(cell)));
            assertThat(actual.minimum(cell)).isEqualTo(expected.minimum(cell));
            assertThat(actual.maximum(cell)).isEqualTo(expected.maximum(cell));
        }
    }

    private static org.assertj.core.data.Offset<Double> close(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }

    @Test
    void answer_otherFilterMoves_asksForAnotherIndex() {
        int rows = 5000;
        NumericColumn brushed = random.column(0, rows, 0);
        NumericColumn other = random.column(3, rows, 0);
        CountQuery all = new CountQuery(rows, List.of(), List.of(new Binning(random.column(0, rows, 0), TENS)));
        for (int step = 0; step < 2; step++) {
            assertThat(ask(all, List.of(), List.of(brushed, other), ranges(step, 5)))
                    .isEmpty();
        }
        assertThat(ask(all, List.of(), List.of(brushed, other), ranges(3, 5))).isPresent();
        // Together the two have moved last: they may be one brush, for which there is no index yet.
        assertThat(ask(all, List.of(), List.of(brushed, other), ranges(3, 6))).isEmpty();
        assertThat(ask(all, List.of(), List.of(brushed, other), ranges(4, 7))).isPresent();
    }

    @Test
    void close_beforeAnIndexIsBuilt_givesItUp() {
        BrushIndexes closed = new BrushIndexes(kernels, Runnable::run, 1, 1 << 26);
        NumericColumn brushed = random.column(0, 5000, 0);
        for (int lower = 0; lower < 2; lower++) {
            RangeFilter range = new RangeFilter(brushed, ValueRange.atLeast(lower));
            closed.answer(new GroupQuery(new CountQuery(5000, List.of(range), List.of())));
        }
        closed.close();
        assertThat(closed.sizeBytes()).isZero();
    }

    private static List<ValueRange> ranges(double first, double second) {
        return List.of(ValueRange.between(first, first + 20), ValueRange.between(second - 30, second));
    }

    @Test
    void answer_fewRows_isLeftToTheScan() {
        BrushIndexes forMany = new BrushIndexes(kernels, Runnable::run, 1000, 1 << 20);
        CountQuery rows = new CountQuery(
                999, List.of(new RangeFilter(random.column(0, 999, 0), ValueRange.between(0, 1))), List.of());
        for (int i = 0; i < 3; i++) {
            assertThat(forMany.answer(new GroupQuery(rows))).isEmpty();
        }
        assertThat(forMany.sizeBytes()).isZero();
    }
}
