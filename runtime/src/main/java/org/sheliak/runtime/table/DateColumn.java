package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;

/// JavaScript Dates: int64 milliseconds since 1970-01-01T00:00:00Z. An invalid date is [#INVALID].
public final class DateColumn implements NumericColumn {
    /// Stands for an invalid date (NaN in JavaScript); far outside of the range that JavaScript allows.
    public static final long INVALID = Long.MIN_VALUE;

    private final TimeStampMilliVector vector;
    private final MemorySegment values;
    private final Validity validity;
    private final ColumnZones zones;

    /// Takes ownership of the vector, which is not changed any more.
    public DateColumn(TimeStampMilliVector vector) {
        this(vector, new ColumnZones());
    }

    /// The same for values whose zones are known already.
    DateColumn(TimeStampMilliVector vector, ColumnZones zones) {
        this(vector, Validity.of(vector), zones);
    }

    private DateColumn(TimeStampMilliVector vector, Validity validity, ColumnZones zones) {
        this.vector = vector;
        this.zones = zones;
        this.values = Segments.of(vector.getDataBuffer());
        this.validity = validity;
    }

    /// Milliseconds since 1970-01-01T00:00:00Z at a row that is not null; NaN for an invalid date.
    public double epochMillis(int row) {
        return epochMillis(values.get(ValueLayout.JAVA_LONG_UNALIGNED, 8L * row));
    }

    static double epochMillis(long stored) {
        return stored == INVALID ? Double.NaN : stored;
    }

    /// The stored milliseconds (int64), `length()` of them; what stands at a null is undefined.
    public MemorySegment values() {
        return values;
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
        MemorySegment rows = values.asSlice((long) Long.BYTES * from, (long) Long.BYTES * count);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long millis = rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
            target[i] = millis;
            least = Math.min(least, millis);
        }
        return least != INVALID;
    }

    @Override
    public void load(int[] rows, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = epochMillis(rows[i]);
        }
    }

    @Override
    public boolean widen(int from, int count, double[] range) {
        return StoredExtremes.widenDates(values.asSlice((long) Long.BYTES * from, (long) Long.BYTES * count), range);
    }

    @Override
    public ColumnZones identity() {
        return zones;
    }

    @Override
    public Validity validity() {
        return validity;
    }

    /// The Arrow vector that holds the values; borrowed, and not to be changed.
    public TimeStampMilliVector vector() {
        return vector;
    }

    @Override
    public int length() {
        return vector.getValueCount();
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
        return vector.getBufferSize();
    }

    @Override
    public DateColumn gather(int[] rows, BufferAllocator allocator) {
        return new DateColumn((TimeStampMilliVector) Gather.rows(vector, validity, rows, allocator));
    }

    @Override
    public DateColumn share() {
        TimeStampMilliVector shared = (TimeStampMilliVector) Segments.share(vector);
        return new DateColumn(shared, validity.in(shared), zones);
    }

    @Override
    public void close() {
        vector.close();
    }
}
