package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntToDoubleFunction;
import org.sheliak.runtime.table.NumberColumn.Layout;

/// The least and the greatest of stored values. The loops compare the values as integers, in the form that the JIT
/// compiler turns into vector instructions: as integers, the bits of floating numbers are in the order of the numbers
/// when those of a negative one, but for its sign, are turned round.
///
/// All methods widen a range to hold some values, none of them `null`, which are all that lies in the rows. They return
/// whether one of the values is NaN, or an invalid date. The range is the least and the greatest number so far, of the
/// zeros 0; infinity and its negative for none.
final class StoredExtremes {
    private static final long LEAST = ordered(Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
    private static final long GREATEST = ordered(Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));
    private static final int LEAST_FLOAT = ordered(Float.floatToRawIntBits(Float.NEGATIVE_INFINITY));
    private static final int GREATEST_FLOAT = ordered(Float.floatToRawIntBits(Float.POSITIVE_INFINITY));

    private StoredExtremes() {}

    static boolean widen(MemorySegment rows, Layout layout, double[] range) {
        return switch (layout) {
            case FLOAT64 -> widenDoubles(rows, range);
            case FLOAT32 -> widenFloats(rows, range);
            case INT64 -> widenLongs(rows, range);
            case INT32 -> widenInts(rows, range);
            case INT16 -> widenShorts(rows, range);
            case INT8 -> widenBytes(rows, range);
        };
    }

    static boolean widenDates(MemorySegment rows, double[] range) {
        int count = count(rows, Long.BYTES);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long millis = rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
            least = Math.min(least, millis);
            greatest = Math.max(greatest, millis);
        }
        return least == DateColumn.INVALID
                ? widenOneByOne(
                        count, i -> DateColumn.epochMillis(rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i)), range)
                : widen((double) least, (double) greatest, range);
    }

    private static boolean widenDoubles(MemorySegment rows, double[] range) {
        int count = count(rows, Double.BYTES);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long bits = rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
            long ordered = ordered(bits);
            least = Math.min(least, ordered);
            greatest = Math.max(greatest, ordered);
        }
        return (least < LEAST || greatest > GREATEST)
                ? widenOneByOne(count, i -> rows.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i), range)
                : widen(Double.longBitsToDouble(ordered(least)), Double.longBitsToDouble(ordered(greatest)), range);
    }

    private static boolean widenFloats(MemorySegment rows, double[] range) {
        int count = count(rows, Float.BYTES);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int bits = rows.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i);
            int ordered = ordered(bits);
            least = Math.min(least, ordered);
            greatest = Math.max(greatest, ordered);
        }
        return (least < LEAST_FLOAT || greatest > GREATEST_FLOAT)
                ? widenOneByOne(count, i -> rows.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i), range)
                : widen(Float.intBitsToFloat(ordered(least)), Float.intBitsToFloat(ordered(greatest)), range);
    }

    private static boolean widenLongs(MemorySegment rows, double[] range) {
        int count = count(rows, Long.BYTES);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = rows.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return widen((double) least, (double) greatest, range);
    }

    private static boolean widenInts(MemorySegment rows, double[] range) {
        int count = count(rows, Integer.BYTES);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int value = rows.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return widen(least, greatest, range);
    }

    private static boolean widenShorts(MemorySegment rows, double[] range) {
        int count = count(rows, Short.BYTES);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int value = rows.getAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return widen(least, greatest, range);
    }

    private static boolean widenBytes(MemorySegment rows, double[] range) {
        int count = count(rows, Byte.BYTES);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int value = rows.get(ValueLayout.JAVA_BYTE, i);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return widen(least, greatest, range);
    }

    private static boolean widenOneByOne(int count, IntToDoubleFunction values, double[] range) {
        boolean haveNaN = false;
        for (int i = 0; i < count; i++) {
            double value = values.applyAsDouble(i);
            if (Double.isNaN(value)) {
                haveNaN = true;
            } else {
                widen(value, value, range);
            }
        }
        return haveNaN;
    }

    /// Adding 0 makes 0 of the negative one.
    private static boolean widen(double least, double greatest, double[] range) {
        range[0] = Math.min(range[0], least + 0.0);
        range[1] = Math.max(range[1], greatest + 0.0);
        return false;
    }

    private static int count(MemorySegment rows, int width) {
        return Math.toIntExact(rows.byteSize() / width);
    }

    private static long ordered(long bits) {
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }

    private static int ordered(int bits) {
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }
}
