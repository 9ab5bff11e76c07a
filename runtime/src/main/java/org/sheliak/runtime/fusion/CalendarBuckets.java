package org.sheliak.runtime.fusion;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.value.time.DateField;
import org.sheliak.runtime.value.time.OffsetCursor;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// A bucket for each day, hour, minute or second of a column of dates, by the clock of a time zone: what the calendar
/// says of a date, in units that are no finer.
record CalendarBuckets(NumericColumn dates, long millis, TimeZoneRules zone) implements Buckets {
    /// The buckets for fields that some steps derive; empty where these ask for more than a calendar's units of one
    /// time.
    ///
    /// @param zone the zone of the steps that are not in UTC
    static Optional<CalendarBuckets> of(
            NumericColumn dates, List<Task.Transform> steps, List<String> fields, TimeZoneRules zone) {
        List<CalendarStep> read =
                steps.stream().flatMap(step -> CalendarStep.read(step).stream()).toList();
        if (read.isEmpty() || read.size() < steps.size() || dates.validity().nullCount() != 0) {
            return Optional.empty();
        }
        CalendarStep first = read.getFirst();
        Set<String> derived = read.stream().flatMap(step -> step.as().stream()).collect(Collectors.toSet());
        boolean areOfOneTime = read.stream()
                .allMatch(step -> step.isUtc() == first.isUtc() && step.dates().equals(first.dates()));
        long finest = read.stream().mapToLong(CalendarStep::millis).min().orElseThrow();
        return areOfOneTime && derived.containsAll(fields) && !derived.contains(first.dates())
                ? Optional.of(new CalendarBuckets(dates, finest, first.isUtc() ? TimeZoneRules.UTC : zone))
                : Optional.empty();
    }

    @Override
    public Loader loader() {
        double[] times = new double[BucketCoder.BATCH];
        Finder finder = finder();
        return (from, count, target) -> {
            boolean areWhole = dates instanceof DateColumn instants
                    ? instants.loadMillis(from, count, times)
                    : loadWhole(from, count, times);
            return areWhole && finder.find(times, count, target);
        };
    }

    @Override
    public Optional<BucketRange> range() {
        double[] ends = {
            Math.floor(dates.zones().minimum()), Math.ceil(dates.zones().maximum())
        };
        int[] buckets = new int[ends.length];
        return ends[0] <= ends[1] && finder().find(ends, ends.length, buckets)
                ? BucketRange.of(buckets[0], buckets[1])
                : Optional.empty();
    }

    /// Finds the buckets of instants. Belongs to one thread.
    @FunctionalInterface
    private interface Finder {
        /// Writes the buckets of the first `count` times, which are overwritten.
        ///
        /// @param times whole milliseconds since 1970-01-01T00:00:00Z
        /// @return false when one of them is further off than buckets can be numbered
        boolean find(double[] times, int count, int[] target);
    }

    private Finder finder() {
        OffsetCursor cursor = zone.utcCursor();
        boolean isUtc = zone.isUtc();
        // Half a millisecond is more than the quotient's error: rounding never moves it past a whole number.
        double perBucket = 1.0 / millis;
        int limit = (int) Math.min(DateField.FAR / millis, Integer.MAX_VALUE) - 1;
        return (times, count, target) -> {
            if (!isUtc) {
                cursor.toLocal(times, count);
            }
            int least = 0;
            int greatest = 0;
            for (int i = 0; i < count; i++) {
                target[i] = (int) Math.floor((times[i] + 0.5) * perBucket);
                least = Math.min(least, target[i]);
                greatest = Math.max(greatest, target[i]);
            }
            return -limit < least && greatest < limit;
        };
    }

    /// Reads times and cuts them to whole milliseconds, as a Date does.
    ///
    /// @return whether none is NaN
    private boolean loadWhole(int from, int count, double[] times) {
        dates.load(from, count, times);
        int valid = 0;
        for (int i = 0; i < count; i++) {
            valid += Double.isNaN(times[i]) ? 0 : 1;
            times[i] = (long) times[i];
        }
        return valid == count;
    }

    /// The first instants of the buckets.
    @Override
    public Column values(int[] buckets, BufferAllocator allocator) {
        long[] instants = new long[buckets.length];
        double[] numbers = new double[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            instants[i] = zone.toUtc(buckets[i] * millis);
            numbers[i] = instants[i];
        }
        return dates instanceof DateColumn
                ? Columns.dates(instants, instants.length, new BitSet(), allocator)
                : Columns.numbers(numbers, numbers.length, new BitSet(), allocator);
    }
}
