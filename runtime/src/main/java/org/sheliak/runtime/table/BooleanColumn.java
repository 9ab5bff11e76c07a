package org.sheliak.runtime.table;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BitVector;
import org.jspecify.annotations.Nullable;

/// Booleans: one bit each.
public final class BooleanColumn implements Column {
    private final BitVector vector;
    private final Validity validity;
    private final Object identity;

    /// Takes ownership of the vector, which is not changed any more.
    public BooleanColumn(BitVector vector) {
        this(vector, Validity.of(vector), new Object());
    }

    private BooleanColumn(BitVector vector, Validity validity, Object identity) {
        this.vector = vector;
        this.validity = validity;
        this.identity = identity;
    }

    /// The boolean at a row that is not null.
    public boolean isTrue(int row) {
        return vector.get(row) != 0;
    }

    /// The Arrow vector that holds the values; borrowed, and not to be changed.
    public BitVector vector() {
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
        return isNull(row) ? null : (Object) isTrue(row);
    }

    @Override
    public Object identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        return vector.getBufferSize();
    }

    @Override
    public BooleanColumn gather(int[] rows, BufferAllocator allocator) {
        return new BooleanColumn((BitVector) Gather.rows(vector, validity, rows, allocator));
    }

    @Override
    public BooleanColumn share() {
        BitVector shared = (BitVector) Segments.share(vector);
        return new BooleanColumn(shared, validity.in(shared), identity);
    }

    @Override
    public void close() {
        vector.close();
    }
}
