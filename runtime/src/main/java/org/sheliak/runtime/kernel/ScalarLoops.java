package org.sheliak.runtime.kernel;

/// The loops in plain Java, for a JVM without `jdk.incubator.vector`.
final class ScalarLoops implements BatchLoops {

    @Override
    public void pass(double[] values, int rows, ValueRange range, long[] passed) {
        pass(values, 0, rows, range, passed);
    }

    /// The same for the rows `from` (a multiple of 64) to `to`.
    static void pass(double[] values, int from, int to, ValueRange range, long[] passed) {
        for (int first = from; first < to; first += Long.SIZE) {
            passed[first / Long.SIZE] = passWord(values, first, Math.min(Long.SIZE, to - first), range);
        }
    }

    @SuppressWarnings("ShortCircuitBoolean") // no branch on the data: which rows pass is as good as random
    private static long passWord(double[] values, int first, int count, ValueRange range) {
        double lower = range.lower();
        double upper = range.upper();
        boolean acceptsNaN = range.acceptsNaN();
        long word = 0;
        for (int bit = 0; bit < count; bit++) {
            double value = values[first + bit];
            boolean passes = (value >= lower & value <= upper) | (acceptsNaN & Double.isNaN(value));
            word |= (passes ? 1L : 0L) << bit;
        }
        return word;
    }

    @Override
    public void pass(double[] values, int[] slots, int rows, double[] lower, double[] upper, long[] passed) {
        pass(values, slots, 0, rows, lower, upper, passed);
    }

    /// The same for the rows `from` (a multiple of 64) to `to`.
    @SuppressWarnings("ShortCircuitBoolean") // as above
    static void pass(double[] values, int[] slots, int from, int to, double[] lower, double[] upper, long[] passed) {
        for (int first = from; first < to; first += Long.SIZE) {
            int count = Math.min(Long.SIZE, to - first);
            long word = 0;
            for (int bit = 0; bit < count; bit++) {
                double value = values[first + bit];
                int slot = slots[first + bit];
                word |= (value >= lower[slot] & value <= upper[slot] ? 1L : 0L) << bit;
            }
            passed[first / Long.SIZE] = word;
        }
    }

    @Override
    public void within(int[] slots, int count, int from, int to, long[] within) {
        within(slots, 0, count, from, to, within);
    }

    /// The same for the slots `first` (a multiple of 64) to `count`.
    @SuppressWarnings("ShortCircuitBoolean") // as above
    static void within(int[] slots, int first, int count, int from, int to, long[] within) {
        for (int start = first; start < count; start += Long.SIZE) {
            long word = 0;
            for (int i = start; i < Math.min(count, start + Long.SIZE); i++) {
                word |= (slots[i] >= from & slots[i] < to ? 1L : 0L) << i;
            }
            within[start / Long.SIZE] = word;
        }
    }

    @Override
    public void bin(double[] values, int rows, BinGrid grid, BinnedValues known, int[] slots) {
        bin(values, 0, rows, grid, slots);
    }

    /// The same for the rows `from` to `to`.
    static void bin(double[] values, int from, int to, BinGrid grid, int[] slots) {
        for (int row = from; row < to; row++) {
            slots[row] = grid.slotOf(values[row]);
        }
    }

    @Override
    public void select(double[] values, long[] chosen, int rows, double[] selected) {
        int count = 0;
        for (int word = 0; word < BatchLoops.words(rows); word++) {
            for (long bits = chosen[word]; bits != 0; bits &= bits - 1) {
                selected[count++] = values[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
            }
        }
    }

    @Override
    public void select(int[] slots, long[] chosen, int rows, int[] selected) {
        int count = 0;
        for (int word = 0; word < BatchLoops.words(rows); word++) {
            for (long bits = chosen[word]; bits != 0; bits &= bits - 1) {
                selected[count++] = slots[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
            }
        }
    }

    @Override
    public boolean haveNaN(double[] values, int count) {
        return haveNaN(values, 0, count);
    }

    @Override
    public boolean widen(double[] values, int count, double[] range) {
        return widen(values, 0, count, range);
    }

    /// The same for the values `from` to `count`.
    static boolean widen(double[] values, int from, int count, double[] range) {
        double least = range[0];
        double greatest = range[1];
        boolean foundNaN = false;
        for (int row = from; row < count; row++) {
            double value = values[row];
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
            foundNaN |= Double.isNaN(value);
        }
        range[0] = least + 0.0;
        range[1] = greatest + 0.0;
        return foundNaN;
    }

    static boolean haveNaN(double[] values, int from, int count) {
        for (int row = from; row < count; row++) {
            if (Double.isNaN(values[row])) {
                return true;
            }
        }
        return false;
    }
}
