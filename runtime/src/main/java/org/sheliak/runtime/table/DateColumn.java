package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TimeStampVector;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;

/// JavaScript Dates: int64 milliseconds since 1970-01-01T00:00:00Z. An invalid date is [#INVALID].
public final class DateColumn implements NumericColumn {
    /// Stands for an invalid date (NaN in JavaScript); far outside of the range that JavaScript allows.
    public static final long INVALID = Long.MIN_VALUE;

    private final FixedWidthValues values;
    private final Validity validity;
    private final ColumnZones zones;

    /// Takes ownership of the vector, which is not changed any more.
    public DateColumn(TimeStampMilliVector vector) {
        this(List.of(vector));
    }

    /// The same for milliseconds in several vectors of one type, one behind the other; at least one.
    public DateColumn(List<? extends TimeStampVector> vectors) {
        this(FixedWidthValues.of(vectors), new ColumnZones());
    }

    /// The same for values whose zones are known already.
    DateColumn(TimeStampMilliVector vector, ColumnZones zones) {
        this(FixedWidthValues.of(List.of(vector)), zones);
    }

    private DateColumn(FixedWidthValues values, ColumnZones zones) {
        this.values = values;
        this.zones = zones;
        this.validity = values.validity();
    }

    /// Milliseconds since 1970-01-01T00:00:00Z at a row that is not null; NaN for an invalid date.
    public double epochMillis(int row) {
        int part = values.part(row);
        return epochMillis(values.segment(part)
                .get(ValueLayout.JAVA_LONG_UNALIGNED, (long) Long.BYTES * (row - values.firstRow(part))));
    }

    static double epochMillis(long stored) {
        return stored == INVALID ? Double.NaN : stored;
    }

    /// Reads epoch millis, NaN for an invalid date.
    @Override
    public void load(int from, int count, double[] target) {
        if (!loadMillis(from, count, target)) {
            for (int i = 0; i < count; i++) {
                target[i] = epochMillis(from + i);
            }
        }
    }

    /// Reads epoch millis as they are stored.
    ///
    /// @return whether none of the dates is invalid
    public boolean loadMillis(int from, int count, double[] target) {
        long least = Long.MAX_VALUE;
        for (int row = from; row < from + count; ) {
            MemorySegment run = values.run(row, from + count);
            least = Math.min(least, loadMillis(run, target, row - from));
            row += values.rows(run);
        }
        return least != INVALID;
    }

    /// Returns the least.
    private long loadMillis(MemorySegment run, double[] target, int to) {
        int count = values.rows(run);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long millis = run.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
            target[to + i] = millis;
            least = Math.min(least, millis);
        }
        return least;
    }

    @Override
    public void load(int[] rows, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = epochMillis(rows[i]);
        }
    }

    @Override
    public boolean widen(int from, int count, double[] range) {
        boolean haveInvalid = false;
        for (int row = from; row < from + count; ) {
            MemorySegment run = values.run(row, from + count);
            haveInvalid |= StoredExtremes.widenDates(run, range);
            row += values.rows(run);
        }
        return haveInvalid;
    }

    @Override
    public ColumnZones identity() {
        return zones;
    }

    @Override
    public Validity validity() {
        return validity;
    }

    /// The values as one Arrow vector: a copy where they lie in several. Caller closes.
    public BaseFixedWidthVector vector(BufferAllocator allocator) {
        return values.vector(allocator);
    }

    @Override
    public int length() {
        return values.length();
    }

    @Override
    public boolean isNull(int row) {
        return validity.isNull(row);
    }

    @Override
    public @Nullable Object value(int row) {
        return isNull(row) ? null : new DateValue(epochMillis(row));
    }

    @Override
    public long sizeBytes() {
        return values.sizeBytes();
    }

    @Override
    public DateColumn gather(int[] rows, BufferAllocator allocator) {
        return new DateColumn(List.of((TimeStampVector) values.gather(rows, allocator)));
    }

    @Override
    public DateColumn share() {
        return new DateColumn(values.share(), zones);
    }

    @Override
    public void close() {
        values.close();
    }
}
