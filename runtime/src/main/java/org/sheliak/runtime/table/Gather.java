package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.types.pojo.Field;

/// Copies chosen rows of an Arrow vector.
final class Gather {
    private Gather() {}

    /// The values at the rows, in that order. Caller closes.
    ///
    /// @param validity of the source
    static BaseFixedWidthVector rows(
            BaseFixedWidthVector source, Validity validity, int[] rows, BufferAllocator allocator) {
        return rows(
                source.getField(), validity, rows, (present, target) -> copyValues(source, present, target), allocator);
    }

    /// The same for values of a type that lie in several vectors.
    ///
    /// @param copy writes the values of rows that are there one behind the other
    static BaseFixedWidthVector rows(
            Field type,
            Validity validity,
            int[] rows,
            BiConsumer<int[], MemorySegment> copy,
            BufferAllocator allocator) {
        BaseFixedWidthVector target = (BaseFixedWidthVector) type.createVector(allocator);
        try {
            target.allocateNew(rows.length);
        } catch (RuntimeException noRoom) {
            target.close();
            throw noRoom;
        }
        target.setValueCount(rows.length);
        BitSet absent = absent(rows);
        if (!absent.isEmpty()) {
            int[] present = Arrays.stream(rows).map(row -> Math.max(0, row)).toArray();
            copy.accept(present, Segments.of(target.getDataBuffer()));
            absent.or(nulls(validity, present));
            Validity.set(target, rows.length, absent);
            return target;
        }
        copy.accept(rows, Segments.of(target.getDataBuffer()));
        if (validity.nullCount() == 0) {
            Validity.fill(target, rows.length);
        } else {
            copyBits(validity.bits(), rows, Segments.of(target.getValidityBuffer()));
        }
        return target;
    }

    private static BitSet absent(int[] rows) {
        BitSet absent = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == Column.NO_ROW) {
                absent.set(i);
            }
        }
        return absent;
    }

    private static BitSet nulls(Validity validity, int[] rows) {
        BitSet nulls = new BitSet();
        for (int i = 0; validity.nullCount() != 0 && i < rows.length; i++) {
            nulls.set(i, validity.isNull(rows[i]));
        }
        return nulls;
    }

    private static void copyValues(BaseFixedWidthVector source, int[] rows, MemorySegment to) {
        MemorySegment from = Segments.of(source.getDataBuffer());
        if (source instanceof BitVector) {
            copyBits(from, rows, to);
            return;
        }
        switch (source.getTypeWidth()) {
            case Long.BYTES -> {
                for (int i = 0; i < rows.length; i++) {
                    to.set(
                            ValueLayout.JAVA_LONG_UNALIGNED,
                            8L * i,
                            from.get(ValueLayout.JAVA_LONG_UNALIGNED, 8L * rows[i]));
                }
            }
            case Integer.BYTES -> {
                for (int i = 0; i < rows.length; i++) {
                    to.set(
                            ValueLayout.JAVA_INT_UNALIGNED,
                            4L * i,
                            from.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * rows[i]));
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < rows.length; i++) {
                    to.set(
                            ValueLayout.JAVA_SHORT_UNALIGNED,
                            2L * i,
                            from.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * rows[i]));
                }
            }
            default -> {
                for (int i = 0; i < rows.length; i++) {
                    to.set(ValueLayout.JAVA_BYTE, i, from.get(ValueLayout.JAVA_BYTE, rows[i]));
                }
            }
        }
    }

    private static void copyBits(MemorySegment from, int[] rows, MemorySegment to) {
        to.asSlice(0, (rows.length + 7L) / 8).fill((byte) 0);
        for (int i = 0; i < rows.length; i++) {
            int bit = (from.get(ValueLayout.JAVA_BYTE, rows[i] >> 3) >> (rows[i] & 7)) & 1;
            long at = i >> 3;
            to.set(ValueLayout.JAVA_BYTE, at, (byte) (to.get(ValueLayout.JAVA_BYTE, at) | (bit << (i & 7))));
        }
    }
}
