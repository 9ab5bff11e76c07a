package org.sheliak.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sheliak.runtime.table.NumericColumn;

/// The answer by the book: row after row, Bin.js written out, nothing shared with the kernels.
final class PlainLoop {
    private PlainLoop() {}

    static CellCounts count(CountQuery query) {
        int cells = 1;
        for (Dimension dimension : query.dimensions()) {
            cells *= slots(dimension);
        }
        int[] counts = new int[cells];
        Map<Integer, Integer> seen = new LinkedHashMap<>();
        for (int row = 0; row < query.rows(); row++) {
            if (passes(query, row)) {
                int cell = cell(query, row);
                counts[cell]++;
                seen.putIfAbsent(cell, row);
            }
        }
        return new CellCounts(counts, ints(seen.keySet()), ints(seen.values()));
    }

    /// The extremes of a column in the rows that pass, as vega-util's extent has them: of the zeros, the first.
    static Optional<Extremes> extremes(CountQuery query, NumericColumn column) {
        double least = Double.NaN;
        double greatest = Double.NaN;
        for (int row = 0; row < query.rows(); row++) {
            Double number = passes(query, row) ? value(column, row) : null;
            if (number != null && !number.isNaN()) {
                least = number >= least ? least : number;
                greatest = number <= greatest ? greatest : number;
            }
        }
        return Double.isNaN(least) ? Optional.empty() : Optional.of(new Extremes(least, greatest));
    }

    /// Compares the statistics of the first measured column with those of the numbers of a cell, by their definitions.
    static void checkStatistics(GroupQuery query, int cell, CellStatistics actual) {
        NumericColumn column = query.measures().getFirst().column();
        int missing = 0;
        List<Double> numbers = new ArrayList<>();
        for (int row = 0; row < query.rows().rows(); row++) {
            if (passes(query.rows(), row) && cell(query.rows(), row) == cell) {
                Double number = value(column, row);
                missing += number == null ? 1 : 0;
                if (number != null && !number.isNaN()) {
                    numbers.add(number);
                }
            }
        }
        assertThat(actual.missing(cell)).isEqualTo(missing);
        assertThat(actual.valid(cell)).isEqualTo(numbers.size());
        if (numbers.isEmpty()) {
            return;
        }
        Set<Statistic> statistics = query.measures().getFirst().statistics();
        if (statistics.containsAll(EnumSet.of(Statistic.SUM, Statistic.MOMENTS))) {
            BigDecimal sum = numbers.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            double mean = sum.doubleValue() / numbers.size();
            double deviation = numbers.stream()
                    .mapToDouble(number -> (number - mean) * (number - mean))
                    .sum();
            assertThat(actual.sum(cell)).isEqualTo(sum.doubleValue());
            assertThat(actual.mean(cell)).isCloseTo(mean, within(1e-12 * Math.max(1, Math.abs(mean))));
            assertThat(actual.deviation(cell)).isCloseTo(deviation, within(1e-9 * Math.max(1, deviation)));
        }
        if (statistics.contains(Statistic.EXTREMES)) {
            assertThat(actual.minimum(cell)).isEqualTo(Collections.min(numbers));
            assertThat(actual.maximum(cell)).isEqualTo(Collections.max(numbers));
        }
    }

    /// Compares the statistics of the first measured column with those of a cell's numbers, added one by one: every
    /// bit.
    static void checkStatisticsInOrder(GroupQuery query, int cell, CellStatistics actual) {
        NumericColumn column = query.measures().getFirst().column();
        double sum = 0;
        double mean = 0;
        double deviation = 0;
        int valid = 0;
        for (int row = 0; row < query.rows().rows(); row++) {
            Double value = value(column, row);
            if (value != null && !value.isNaN() && passes(query.rows(), row) && cell(query.rows(), row) == cell) {
                double before = value - mean;
                valid++;
                sum += value;
                mean += before / valid;
                deviation += before * (value - mean);
            }
        }
        assertThat(actual.valid(cell)).isEqualTo(valid);
        assertThat(actual.sum(cell)).isEqualTo(sum);
        assertThat(actual.mean(cell)).isEqualTo(mean);
        assertThat(actual.deviation(cell)).isEqualTo(Math.max(0, deviation));
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int cell(CountQuery query, int row) {
        int cell = 0;
        for (Dimension dimension : query.dimensions()) {
            cell = cell * slots(dimension) + slot(dimension, row);
        }
        return cell;
    }

    private static int slots(Dimension dimension) {
        return dimension instanceof Binning binning ? bins(binning.grid()) + 4 : dimension.slots();
    }

    private static int slot(Dimension dimension, int row) {
        return switch (dimension) {
            case Binning binning -> slot(binning, row);
            case CodedRows codes -> codes.slot(row);
        };
    }

    private static boolean passes(CountQuery query, int row) {
        for (RangeFilter filter : query.filters()) {
            Double value = value(filter.column(), row);
            ValueRange range = filter.range();
            boolean passes;
            if (value == null) {
                passes = range.acceptsNull();
            } else if (value.isNaN()) {
                passes = range.acceptsNaN();
            } else {
                passes = value.doubleValue() >= range.lower() && value.doubleValue() <= range.upper();
            }
            if (!passes) {
                return false;
            }
        }
        for (CodedRangeFilter filter : query.codedRanges()) {
            Double value = value(filter.column(), row);
            double number = value == null ? 0 : value;
            int slot = filter.codes().slot(row);
            if (!(number >= filter.lower()[slot] && number <= filter.upper()[slot])) {
                return false;
            }
        }
        return true;
    }

    private static int bins(BinGrid grid) {
        double last = Math.max(grid.start(), grid.stop() - grid.step());
        return (int) Math.floor(1e-14 + (last - grid.start()) / grid.step()) + 1;
    }

    private static int slot(Binning binning, int row) {
        BinGrid grid = binning.grid();
        int bins = bins(grid);
        Double value = value(binning.column(), row);
        if (value == null) {
            return bins + 3;
        }
        double v = value;
        if (v < grid.start()) {
            return bins;
        }
        if (v > grid.stop()) {
            return bins + 1;
        }
        if (Double.isNaN(v)) {
            return bins + 2;
        }
        double clamped = Math.max(grid.start(), Math.min(v, grid.stop() - grid.step()));
        return (int) Math.floor(1e-14 + (clamped - grid.start()) / grid.step());
    }

    private static Double value(NumericColumn column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        double[] number = new double[1];
        column.load(row, 1, number);
        return number[0];
    }
}
