package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Statistics of one column's numbers, cell by cell.
///
/// NaN is neither valid nor missing. What no valid number has set is meaningless: ask for [#valid] first.
/// A sum carries the error of each addition along, so it is the exact sum, rounded, for all but contrived numbers,
/// whatever the order in which rows are added; a sum of the rows one by one may differ from it in its last bits.
public final class CellStatistics {
    private static final double[] NONE = {};

    private final int[] valid;
    private final int[] missing;
    private final double[] sums;
    private final double[] errors;
    private final double[] means;
    private final double[] deviations;
    private final double[] minima;
    private final double[] maxima;

    /// No numbers yet.
    public CellStatistics(Set<Statistic> statistics, int cells) {
        this(statistics, cells, true);
    }

    private CellStatistics(Set<Statistic> statistics, int cells, boolean carriesErrors) {
        boolean hasSum = statistics.contains(Statistic.SUM);
        boolean hasMoments = statistics.contains(Statistic.MOMENTS);
        boolean hasExtremes = statistics.contains(Statistic.EXTREMES);
        valid = new int[cells];
        missing = new int[cells];
        sums = hasSum ? new double[cells] : NONE;
        errors = hasSum && carriesErrors ? new double[cells] : NONE;
        means = hasMoments ? new double[cells] : NONE;
        deviations = hasMoments ? new double[cells] : NONE;
        minima = hasExtremes ? filled(cells, Double.POSITIVE_INFINITY) : NONE;
        maxima = hasExtremes ? filled(cells, Double.NEGATIVE_INFINITY) : NONE;
    }

    /// No numbers yet, to be added in the order of the rows: sums are those of a plain loop, errors and all.
    static CellStatistics inOrder(Set<Statistic> statistics, int cells) {
        return new CellStatistics(statistics, cells, false);
    }

    private static double[] filled(int cells, double value) {
        double[] filled = new double[cells];
        Arrays.fill(filled, value);
        return filled;
    }

    /// How many numbers are not null and not NaN.
    public int valid(int cell) {
        return valid[cell];
    }

    /// How many are null.
    public int missing(int cell) {
        return missing[cell];
    }

    public double sum(int cell) {
        return errors.length > 0 && Double.isFinite(sums[cell]) ? sums[cell] + errors[cell] : sums[cell];
    }

    public double mean(int cell) {
        return means[cell];
    }

    /// The sum of the squared deviations from the mean, never below zero.
    public double deviation(int cell) {
        return Math.max(0, deviations[cell]);
    }

    public double minimum(int cell) {
        return minima[cell];
    }

    public double maximum(int cell) {
        return maxima[cell];
    }

    /// The least and the greatest number of a cell; empty where it has none.
    public Optional<Extremes> extremes(int cell) {
        return valid[cell] == 0 ? Optional.empty() : Optional.of(new Extremes(minima[cell], maxima[cell]));
    }

    /// Adds the first `count` numbers, none of them NaN, each to its cell, in order.
    public void add(double[] numbers, int[] cells, int count) {
        if (means.length > 0) {
            addMoments(numbers, cells, count);
        } else {
            for (int i = 0; i < count; i++) {
                valid[cells[i]]++;
            }
        }
        addUncounted(numbers, cells, count);
    }

    /// The same without counting the numbers, which [#countAll] does later. Not where moments are asked for.
    void addUncounted(double[] numbers, int[] cells, int count) {
        if (errors.length > 0) {
            for (int i = 0; i < count; i++) {
                addToSum(cells[i], numbers[i]);
            }
        }
        if (sums.length > errors.length) {
            for (int i = 0; i < count; i++) {
                sums[cells[i]] += numbers[i];
            }
        }
        if (minima.length > 0) {
            addExtremes(numbers, cells, count);
        }
    }

    /// Counts numbers that were added uncounted.
    ///
    /// @param counts how many there were in each cell
    void countAll(int[] counts) {
        for (int cell = 0; cell < valid.length; cell++) {
            valid[cell] += counts[cell];
        }
    }

    /// Source: the error-free transformation TwoSum of D. E. Knuth, "The Art of Computer Programming", volume 2.
    private void addToSum(int cell, double number) {
        double before = sums[cell];
        double after = before + number;
        double added = after - before;
        errors[cell] += (before - (after - added)) + (number - added);
        sums[cell] = after;
    }

    /// Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products" (1962).
    private void addMoments(double[] numbers, int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            int cell = cells[i];
            double difference = numbers[i] - means[cell];
            means[cell] += difference / ++valid[cell];
            deviations[cell] += difference * (numbers[i] - means[cell]);
        }
    }

    private void addExtremes(double[] numbers, int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            int cell = cells[i];
            minima[cell] = numbers[i] < minima[cell] ? numbers[i] : minima[cell];
            maxima[cell] = numbers[i] > maxima[cell] ? numbers[i] : maxima[cell];
        }
    }

    /// Counts a null.
    public void addMissing(int cell) {
        missing[cell]++;
    }

    /// Adds what other rows gave to some cells.
    void addAll(CellStatistics others, int[] cells) {
        for (int cell : cells) {
            add(cell, others, cell);
        }
    }

    /// Adds `count` cells of others, from `other` on, to those from `cell` on.
    public void addAll(int cell, CellStatistics others, int other, int count) {
        for (int i = 0; i < count; i++) {
            add(cell + i, others, other + i);
        }
    }

    private void add(int cell, CellStatistics others, int other) {
        missing[cell] += others.missing[other];
        if (others.valid[other] == 0) {
            return;
        }
        if (sums.length > 0) {
            addToSum(cell, others.sums[other]);
            errors[cell] += others.errors[other];
        }
        if (means.length > 0) {
            addMoments(cell, others, other);
        }
        if (minima.length > 0) {
            minima[cell] = others.minima[other] < minima[cell] ? others.minima[other] : minima[cell];
            maxima[cell] = others.maxima[other] > maxima[cell] ? others.maxima[other] : maxima[cell];
        }
        valid[cell] += others.valid[other];
    }

    /// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample
    /// variances" (1979).
    private void addMoments(int cell, CellStatistics others, int other) {
        double before = valid[cell];
        double added = others.valid[other];
        double difference = others.means[other] - means[cell];
        means[cell] += difference * (added / (before + added));
        deviations[cell] += others.deviations[other] + difference * difference * (before * added / (before + added));
    }

    /// Bytes that each cell takes.
    public static long bytesPerCell(Set<Statistic> statistics) {
        return new CellStatistics(statistics, 1).sizeBytes();
    }

    public long sizeBytes() {
        long doubles = Stream.of(sums, errors, means, deviations, minima, maxima)
                .mapToLong(values -> values.length)
                .sum();
        return Integer.BYTES * ((long) valid.length + missing.length) + Double.BYTES * doubles;
    }
}
