package org.sheliak.runtime.value.time;

/// Remembers the range of time in which an offset holds, so that the next lookup is two comparisons.
public final class OffsetCursor {
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

    /// Turns whole numbers of milliseconds of UTC into those of local time.
    public void toLocal(double[] millis, int count) {
        for (int i = 0; i < count; i++) {
            if (!(millis[i] >= from && millis[i] < until)) {
                move((long) millis[i]);
            }
            millis[i] += offset;
        }
    }
}
