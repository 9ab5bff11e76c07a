package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
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
        for (int from = 0; from < length; from += Long.SIZE) {
            nullCount -= Long.bitCount(validity.word(from, length));
        }
        return new Validity(validity.bits, nullCount);
    }

    /// Of values in several vectors one behind the other: where there are nulls, their bitmaps are copied.
    static Validity of(List<? extends FieldVector> vectors) {
        List<Validity> parts = vectors.stream().map(Validity::of).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int nullCount = parts.stream().mapToInt(Validity::nullCount).sum();
        int rows = vectors.stream().mapToInt(FieldVector::getValueCount).sum();
        long[] words = new long[nullCount == 0 ? 0 : rows / Long.SIZE + 2];
        int first = 0;
        for (int part = 0; nullCount != 0 && part < parts.size(); part++) {
            int length = vectors.get(part).getValueCount();
            for (int from = 0; from < length; from += Long.SIZE) {
                long valid = parts.get(part).word(from, length);
                int bit = (first + from) % Long.SIZE;
                int at = (first + from) / Long.SIZE;
                words[at] |= valid << bit;
                words[at + 1] |= bit == 0 ? 0 : valid >>> (Long.SIZE - bit);
            }
            first += length;
        }
        return new Validity(MemorySegment.ofArray(words), nullCount);
    }

    /// The bits of the rows from `from` on, a multiple of 64, those before `length`.
    private long word(int from, int length) {
        long word = word(from / Long.SIZE);
        return length - from < Long.SIZE ? word & (1L << (length - from)) - 1 : word;
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
