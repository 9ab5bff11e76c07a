package org.sheliak.runtime.kernel;

import java.util.Optional;
import java.util.OptionalDouble;

/// The bins of one column with Vega's arithmetic, and four slots for what lies in no bin.
///
/// Slots `0 … bins-1` are the bins; then come the values below `start`, the values above `stop`, NaN and null,
/// which Vega's bin gives the values -Infinity, Infinity, NaN and null.
///
/// Source: vega-transforms/src/Bin.js @ v6.4.0, with its guard against floating error (vega #1737) and its
/// way to write the end of a bin (vega #830, #2227).
///
/// @param start least value of the first bin
/// @param stop greatest value of the last bin, included; after Bin.js has moved it to a whole number of steps
/// @param step width of a bin
public record BinGrid(double start, double stop, double step) {

    /// Slots of a grid that are not bins.
    private static final int EXTRA_SLOTS = 4;

    private static final double EPSILON = 1e-14;
    private static final int FARTHEST_EXPONENT = 900;

    public BinGrid {
        if (!isGrid(start, stop, step)) {
            throw new IllegalArgumentException("bins from " + start + " to " + stop + " by " + step);
        }
    }

    /// The grid of these bins; empty where they run backwards or without end, or are too many to number.
    public static Optional<BinGrid> of(double start, double stop, double step) {
        return isGrid(start, stop, step) ? Optional.of(new BinGrid(start, stop, step)) : Optional.empty();
    }

    private static boolean isGrid(double start, double stop, double step) {
        double last = Math.max(start, stop - step);
        double bins = Math.floor(EPSILON + (last - start) / step) + 1;
        return Double.isFinite(start)
                && Double.isFinite(stop)
                && start < stop
                && step > 0
                && step < Double.POSITIVE_INFINITY
                && bins <= Integer.MAX_VALUE - EXTRA_SLOTS;
    }

    /// Number of bins.
    public int bins() {
        return offset(stop) + 1;
    }

    /// Number of slots: the bins and four more.
    public int slots() {
        return bins() + EXTRA_SLOTS;
    }

    /// Slot of the values below the first bin.
    public int belowSlot() {
        return bins();
    }

    /// Slot of the values above the last bin.
    public int aboveSlot() {
        return bins() + 1;
    }

    /// Slot of NaN.
    public int nanSlot() {
        return bins() + 2;
    }

    /// Slot of null.
    public int nullSlot() {
        return bins() + 3;
    }

    /// Greatest start that Bin.js lets a value's bin have.
    double lastStart() {
        return Math.max(start, stop - step);
    }

    /// Slot of a value that is not null.
    public int slotOf(double value) {
        if (value < start) {
            return belowSlot();
        }
        if (value > stop) {
            return aboveSlot();
        }
        return Double.isNaN(value) ? nanSlot() : offset(value);
    }

    /// What Bin.js writes as the start of the bin; empty for null.
    public OptionalDouble startOf(int slot) {
        if (slot == nullSlot()) {
            return OptionalDouble.empty();
        }
        if (slot == belowSlot()) {
            return OptionalDouble.of(Double.NEGATIVE_INFINITY);
        }
        if (slot == aboveSlot()) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        return OptionalDouble.of(slot == nanSlot() ? Double.NaN : start + step * slot);
    }

    /// What Bin.js writes as the end of the bin; empty for null.
    public OptionalDouble endOf(int slot) {
        OptionalDouble first = startOf(slot);
        return first.isEmpty() ? first : OptionalDouble.of(start + step * (1 + (first.getAsDouble() - start) / step));
    }

    /// Whether the quotient alone tells the bins of all values from `start` to the greatest. Where Bin.js moves a value
    /// to the last start, it must not change the bin.
    boolean isToldByQuotient(double greatest) {
        return greatest <= stop
                && (greatest <= lastStart() || Math.floor(EPSILON + (greatest - start) / step) == offset(stop));
    }

    /// The inverse of the step, to divide by it as in [VectorLoops]; 0 where the step is so great or so small that an
    /// operation on the way might overflow or lose bits.
    double inverse() {
        return Math.abs(Math.getExponent(step)) < FARTHEST_EXPONENT ? 1 / step : 0;
    }

    static double epsilon() {
        return EPSILON;
    }

    private int offset(double value) {
        double clamped = Math.max(start, Math.min(value, stop - step));
        return (int) Math.floor(EPSILON + (clamped - start) / step);
    }
}
