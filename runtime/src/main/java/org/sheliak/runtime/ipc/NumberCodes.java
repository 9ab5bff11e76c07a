package org.sheliak.runtime.ipc;

import java.util.Arrays;
import java.util.Optional;
import org.sheliak.runtime.table.NumberColumn;

/// Numbers of which few are different, such as bins, by codes of a byte: an eighth of their size.
///
/// Numbers are the same when their bits are, so -0 and the NaNs stay what they are.
@SuppressWarnings("ArrayRecordComponent")
record NumberCodes(byte[] codes, double[] numbers) {
    private static final int MOST_CODES = 256;

    /// With fewer rows there is less to spare than a dictionary takes.
    private static final int LEAST_ROWS = 1024;

    private static final int BATCH = 1024;
    private static final int SLOT_BITS = 11;

    /// A NaN that no computation gives.
    private static final long FREE = 0xFFFF_FFFF_FFFF_FFFFL;

    /// 2^64 over the golden ratio: multiples of it are spread evenly (Knuth, The Art of Computer Programming, 6.4).
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /// The codes of a column, that of a null being any; empty where there are too many or they would spare too little.
    static Optional<NumberCodes> of(NumberColumn column) {
        if (column.length() < LEAST_ROWS) {
            return Optional.empty();
        }
        byte[] codes = new byte[column.length()];
        double[] batch = new double[BATCH];
        Distinct distinct = new Distinct();
        for (int from = 0; from < codes.length; from += BATCH) {
            int count = Math.min(BATCH, codes.length - from);
            column.load(from, count, batch);
            for (int i = 0; i < count; i++) {
                int code = distinct.code(batch[i]);
                if (code == MOST_CODES) {
                    return Optional.empty();
                }
                codes[from + i] = (byte) code;
            }
        }
        return Optional.of(new NumberCodes(codes, Arrays.copyOf(distinct.numbers, distinct.count)));
    }

    /// The numbers up to here, each in the first free slot from the one that its bits name.
    private static final class Distinct {
        private final double[] numbers = new double[MOST_CODES];
        private final long[] slots = new long[1 << SLOT_BITS];
        private final byte[] slotCodes = new byte[1 << SLOT_BITS];
        private int count;

        Distinct() {
            Arrays.fill(slots, FREE);
        }

        /// The code of a number; one too many where there is no code left for it.
        int code(double number) {
            long bits = Double.doubleToRawLongBits(number);
            int slot = (int) ((bits * SPREAD) >>> (Long.SIZE - SLOT_BITS));
            while (slots[slot] != bits) {
                if (slots[slot] == FREE) {
                    return add(number, slot);
                }
                slot = (slot + 1) % slots.length;
            }
            return bits == FREE ? MOST_CODES : Byte.toUnsignedInt(slotCodes[slot]);
        }

        private int add(double number, int slot) {
            if (count == MOST_CODES) {
                return MOST_CODES;
            }
            numbers[count] = number;
            slots[slot] = Double.doubleToRawLongBits(number);
            slotCodes[slot] = (byte) count;
            return count++;
        }
    }
}
