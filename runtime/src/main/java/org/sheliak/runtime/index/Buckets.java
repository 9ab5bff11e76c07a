package org.sheliak.runtime.index;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.RowFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumericColumn;

/// Cuts the numbers of a column into buckets of rising numbers with about as many rows each, by a sample.
/// Equal numbers share a bucket, and each bucket starts with a number that occurs. Null and NaN belong to none.
final class Buckets implements Axis {
    private static final int SAMPLES_PER_BUCKET = 16;

    /// Parts of a bucket that [#parts] tells apart: numbered from 0, in one byte.
    static final int PARTS = 256;

    /// Rising; what is below the first belongs to the first bucket. Up to a power of two, NaN follows, which nothing is
    /// at or above.
    private final double[] starts;

    private final int count;

    private final double[] minima;
    private final double[] maxima;

    private Buckets(double[] starts) {
        this.count = starts.length;
        this.starts = Arrays.copyOf(starts, Integer.highestOneBit(2 * count - 1));
        Arrays.fill(this.starts, count, this.starts.length, Double.NaN);
        this.minima = filled(count, Double.POSITIVE_INFINITY);
        this.maxima = filled(count, Double.NEGATIVE_INFINITY);
    }

    private static double[] filled(int count, double value) {
        double[] filled = new double[count];
        Arrays.fill(filled, value);
        return filled;
    }

    /// At most `most` buckets.
    static Buckets of(NumericColumn column, int most) {
        return new Buckets(starts(sample(column, most * SAMPLES_PER_BUCKET), most));
    }

    @Override
    public Reader reader(RowFilter filter) {
        return new NumberReader(((RangeFilter) filter).column());
    }

    /// A bucket's numbers from the least to the greatest are cut into parts of the same width.
    @Override
    public Optional<PartReader> parts(RowFilter filter) {
        return Optional.of(new NumberPartReader(((RangeFilter) filter).column()));
    }

    private synchronized void widen(double[] othersMinima, double[] othersMaxima) {
        for (int bucket = 0; bucket < count; bucket++) {
            minima[bucket] = Math.min(minima[bucket], othersMinima[bucket]);
            maxima[bucket] = Math.max(maxima[bucket], othersMaxima[bucket]);
        }
    }

    private final class NumberReader implements Reader {
        private final NumericColumn column;
        private final double[] numbers = new double[RowOrdering.BATCH];
        private final double[] least = filled(count, Double.POSITIVE_INFINITY);
        private final double[] greatest = filled(count, Double.NEGATIVE_INFINITY);

        NumberReader(NumericColumn column) {
            this.column = column;
        }

        @Override
        public void load(int first, int rows, int[] buckets) {
            column.load(first, rows, numbers);
            find(rows, buckets);
            for (int i = 0; i < rows; i++) {
                if (Double.isNaN(numbers[i]) || column.isNull(first + i)) {
                    buckets[i] = NONE;
                } else {
                    least[buckets[i]] = Math.min(least[buckets[i]], numbers[i]);
                    greatest[buckets[i]] = Math.max(greatest[buckets[i]], numbers[i]);
                }
            }
        }

        /// Searches for all numbers at once, so that no search waits for another, and none branches.
        private void find(int rows, int[] buckets) {
            Arrays.fill(buckets, 0, rows, 0);
            for (int half = starts.length / 2; half > 0; half /= 2) {
                for (int i = 0; i < rows; i++) {
                    int middle = buckets[i] + half;
                    buckets[i] = starts[middle] <= numbers[i] ? middle : buckets[i];
                }
            }
        }

        @Override
        public void finish() {
            widen(least, greatest);
        }
    }

    private final class NumberPartReader implements PartReader {
        private final NumericColumn column;
        private final double[] numbers = new double[RowOrdering.BATCH];

        NumberPartReader(NumericColumn column) {
            this.column = column;
        }

        @Override
        public void load(int first, int rows, int[] buckets, byte[] parts) {
            column.load(first, rows, numbers);
            for (int i = 0; i < rows; i++) {
                parts[i] = buckets[i] == NONE ? 0 : (byte) part(buckets[i], numbers[i]);
            }
        }
    }

    /// Never less for a greater number of the bucket.
    private int part(int bucket, double value) {
        double width = maxima[bucket] - minima[bucket];
        return width > 0 && Double.isFinite(width)
                ? Math.clamp((int) ((value - minima[bucket]) / width * PARTS), 0, PARTS - 1)
                : 0;
    }

    /// The part of a bucket in which the numbers from a bound on begin: those of later parts are above the bound, those
    /// of earlier ones below it. -1 when all are above it, [#PARTS] when none is.
    int firstPart(int bucket, double lower) {
        return lower <= minima[bucket] ? -1 : lower > maxima[bucket] ? PARTS : part(bucket, lower);
    }

    /// The part of a bucket in which the numbers up to a bound end; [#PARTS] when all are below it, -1 when none is.
    int lastPart(int bucket, double upper) {
        return upper >= maxima[bucket] ? PARTS : upper < minima[bucket] ? -1 : part(bucket, upper);
    }

    @Override
    public AxisRange range(@Nullable RowFilter filter) {
        return BucketRange.of(this, filter instanceof RangeFilter range ? range.range() : ValueRange.ALL);
    }

    /// Numbers of rows that lie evenly in the column, in rising order.
    private static double[] sample(NumericColumn column, int most) {
        double[] sample = new double[Math.min(most, column.length())];
        double[] value = new double[1];
        int count = 0;
        for (int i = 0; i < sample.length; i++) {
            int row = (int) ((long) column.length() * i / sample.length);
            column.load(row, 1, value);
            if (!column.isNull(row) && !Double.isNaN(value[0])) {
                // Adding zero makes a zero of -0, which is equal to it but sorts before it.
                sample[count++] = value[0] + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(sample, count);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    private static double[] starts(double[] sample, int most) {
        double[] starts = new double[most];
        int count = 0;
        for (int bucket = 0; bucket < most && sample.length > 0; bucket++) {
            double start = sample[(int) ((long) sample.length * bucket / most)];
            if (count == 0 || start > starts[count - 1]) {
                starts[count++] = start;
            }
        }
        return Arrays.copyOf(starts, Math.max(1, count));
    }

    @Override
    public int count() {
        return count;
    }

    /// The first bucket that has a number not below the bound; [#count()] when none has.
    int firstTouching(double lower) {
        return first(maxima, lower, false);
    }

    /// The first bucket with no number below the bound.
    int firstWithin(double lower) {
        return first(minima, lower, false);
    }

    /// After the last bucket that has a number not above the bound.
    int endTouching(double upper) {
        return first(minima, upper, true);
    }

    /// After the last bucket with no number above the bound.
    int endWithin(double upper) {
        return first(maxima, upper, true);
    }

    /// The first of rising numbers that is at least, or is beyond, a bound.
    private static int first(double[] rising, double bound, boolean beyond) {
        int from = 0;
        int to = rising.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            boolean isBefore = beyond ? rising[middle] <= bound : rising[middle] < bound;
            if (isBefore) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
