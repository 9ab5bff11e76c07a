package org.sheliak.runtime.index;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.RowFilter;

/// Cuts codes into buckets of as many codes each.
///
/// @param shift the bits of a code that do not tell its bucket
record CodeAxis(int slots, int shift) implements Axis {

    static CodeAxis of(CodedRows codes, int most) {
        int shift = 0;
        while (((codes.slots() - 1) >>> shift) + 1 > most) {
            shift++;
        }
        return new CodeAxis(codes.slots(), shift);
    }

    @Override
    public int count() {
        return ((slots - 1) >>> shift) + 1;
    }

    @Override
    public Reader reader(RowFilter filter) {
        return new CodeReader(((CodeFilter) filter).codes(), shift);
    }

    private record CodeReader(CodedRows codes, int shift) implements Reader {
        @Override
        public void load(int first, int count, int[] buckets) {
            for (int i = 0; i < count; i++) {
                buckets[i] = codes.slot(first + i) >>> shift;
            }
        }

        @Override
        public void finish() {
            // The rows tell nothing of the buckets that the number of codes does not.
        }
    }

    /// Codes are few enough to have none.
    @Override
    public Optional<PartReader> parts(RowFilter filter) {
        return Optional.empty();
    }

    @Override
    public AxisRange range(@Nullable RowFilter filter) {
        if (filter instanceof CodeFilter codes) {
            return new CodeRange(codes.accepted(), slots, shift);
        }
        BitSet all = new BitSet();
        all.set(0, slots);
        return new CodeRange(all, slots, shift);
    }

    private record CodeRange(BitSet accepted, int slots, int shift) implements AxisRange {
        @Override
        public boolean touches(int from, int to) {
            int first = accepted.nextSetBit(from << shift);
            return first >= 0 && first < to << shift;
        }

        @Override
        public boolean contains(int from, int to) {
            return accepted.nextClearBit(from << shift) >= Math.min(slots, to << shift);
        }
    }
}
