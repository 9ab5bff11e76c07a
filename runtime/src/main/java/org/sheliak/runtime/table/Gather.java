package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVector;

/// Copies chosen rows of an Arrow vector.
final class Gather {
    private Gather() {}

    /// The values at the rows, in that order. Caller closes.
    ///
    /// @param validity of the source
    static BaseFixedWidthVector rows(
            BaseFixedWidthVector source, Validity validity, int[] rows, BufferAllocator allocator) {
        BaseFixedWidthVector target = (BaseFixedWidthVector) source.getField().createVector(allocator);
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
            copyValues(source, present, target);
            absent.or(nulls(validity, present));
            Validity.set(target, rows.length, absent);
            return target;
        }
        copyValues(source, rows, target);
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

    private static void copyValues(BaseFixedWidthVector source, int[] rows, BaseFixedWidthVector target) {
        MemorySegment from = Segments.of(source.getDataBuffer());
        MemorySegment to = Segments.of(target.getDataBuffer());
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
