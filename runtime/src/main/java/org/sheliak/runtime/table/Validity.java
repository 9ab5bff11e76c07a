package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.apache.arrow.vector.FieldVector;

/// Which values of a column are not null: Arrow's validity bitmap, least significant bit first.
///
/// @param bits the bitmap
/// @param nullCount number of nulls; the bitmap need not be read when it is zero
public record Validity(MemorySegment bits, int nullCount) {
    private static final ValueLayout.OfLong LITTLE_ENDIAN_LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Counts the nulls. Cost: a bit for each value.
    static Validity of(FieldVector vector) {
        int length = vector.getValueCount();
        Validity validity = new Validity(Segments.of(vector.getValidityBuffer()), length);
        int nullCount = length;
        for (int word = 0; word < length / Long.SIZE; word++) {
            nullCount -= Long.bitCount(validity.word(word));
        }
        if (length % Long.SIZE != 0) {
            nullCount -= Long.bitCount(validity.word(length / Long.SIZE) & (1L << length % Long.SIZE) - 1);
        }
        return new Validity(validity.bits, nullCount);
    }

    /// The same in a vector that shares the values.
    Validity in(FieldVector shared) {
        return new Validity(Segments.of(shared.getValidityBuffer()), nullCount);
    }

    /// Marks the first `length` values as not null.
    static void fill(FieldVector vector, int length) {
        vector.getValidityBuffer().setOne(0, (length + 7L) / 8);
    }

    /// Marks the first `length` values as not null, but for those at the set bits.
    static void set(FieldVector vector, int length, BitSet nulls) {
        set(Segments.of(vector.getValidityBuffer()), length, nulls);
    }

    /// Writes a bitmap whose first `length` bits are set, but for those of `nulls`.
    static void set(MemorySegment bitmap, int length, BitSet nulls) {
        if (nulls.isEmpty()) {
            bitmap.asSlice(0, (length + 7L) / 8).fill((byte) 0xFF);
            return;
        }
        BitSet valid = new BitSet(length);
        valid.set(0, length);
        valid.andNot(nulls);
        copy(valid, length, bitmap);
    }

    /// Writes the first `length` bits as a bitmap.
    static void copy(BitSet bits, int length, MemorySegment target) {
        target.asSlice(0, (length + 7L) / 8).fill((byte) 0);
        byte[] bytes = bits.get(0, length).toByteArray();
        MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    public boolean isNull(int row) {
        return nullCount != 0 && (bits.get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 0;
    }

    /// The bits of the rows from `64 * index` on, the first row in the least significant bit; 0 past the
    /// bitmap's end.
    public long word(int index) {
        long offset = (long) index * Long.BYTES;
        if (offset + Long.BYTES <= bits.byteSize()) {
            return bits.get(LITTLE_ENDIAN_LONG, offset);
        }
        long word = 0;
        for (long at = offset; at < bits.byteSize(); at++) {
            word |= (bits.get(ValueLayout.JAVA_BYTE, at) & 0xFFL) << (8 * (at - offset));
        }
        return word;
    }
}
