package org.sheliak.runtime.value.time;

import java.util.Arrays;

/// Remembers the range of time in which an offset holds, so that the next lookup is two comparisons.
public final class OffsetCursor {
    private static final int MOST_CHANGES = 32;

    private final long[] starts;
    private final long[] offsets;
    private long from = 0;
    private long until = 0;
    private long offset;

    OffsetCursor(long[] starts, long[] offsets) {
        this.starts = starts;
        this.offsets = offsets;
    }

    /// The offset from UTC in milliseconds at this time, which is of the kind that the cursor was made for.
    public long offset(long millis) {
        if (millis < from || millis >= until) {
            move(millis);
        }
        return offset;
    }

    private void move(long millis) {
        long listed = TimeZoneRules.listed(millis);
        int index = TimeZoneRules.index(starts, listed);
        offset = offsets[index];
        if (listed != millis) {
            from = until = 0;
            return;
        }
        from = index == 0 ? Long.MIN_VALUE : starts[index - 1];
        until = index == starts.length ? TimeZoneRules.listedEnd() : starts[index];
    }

    /// Turns whole numbers of milliseconds of UTC into those of local time: change by change of the offset where there
    /// are few between the first and the last time, so that times in no order are not looked up one by one.
    public void toLocal(double[] millis, int count) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, (long) millis[i]);
            greatest = Math.max(greatest, (long) millis[i]);
        }
        int first = TimeZoneRules.index(starts, least);
        int last = TimeZoneRules.index(starts, greatest);
        if (last - first <= MOST_CHANGES && greatest < TimeZoneRules.listedEnd()) {
            add(offsets[first], first, last, millis, count);
        } else {
            for (int i = 0; i < count; i++) {
                millis[i] += offset((long) millis[i]);
            }
        }
    }

    /// Adds an offset, and what the changes from `first` to before `last` make of it.
    private void add(long offset, int first, int last, double[] millis, int count) {
        double[] utc = first == last ? millis : Arrays.copyOf(millis, count);
        for (int i = 0; i < count; i++) {
            millis[i] += offset;
        }
        for (int change = first; change < last; change++) {
            double start = starts[change];
            double more = offsets[change + 1] - offsets[change];
            for (int i = 0; i < count; i++) {
                // 1 from the change on, 0 before it: without a branch, as vector instructions.
                millis[i] += more * Math.max(0, Math.min(1, utc[i] - start + 1));
            }
        }
    }
}
