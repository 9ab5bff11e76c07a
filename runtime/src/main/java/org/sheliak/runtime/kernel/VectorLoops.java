package org.sheliak.runtime.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The loops in lanes of the CPU's widest vectors. Rows that fill no vector go through [ScalarLoops].
///
/// Vectors of doubles and of their slots have the same number of lanes, so a slot stays in its value's lane.
final class VectorLoops implements BatchLoops {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final VectorSpecies<Integer> SLOTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(LANES * Integer.SIZE));
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /// Whether the processor multiplies and adds in one operation. Where it does not, as in some virtual machines, Java
    /// computes the same with big decimals.
    private static final boolean FUSES = fuses();

    private static boolean fuses() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return jvm != null && Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue());
    }

    @Override
    public void pass(double[] values, int rows, ValueRange range, long[] passed) {
        int whole = rows - rows % Long.SIZE;
        for (int first = 0; first < whole; first += Long.SIZE) {
            passed[first / Long.SIZE] = range.acceptsNaN()
                    ? passWord(values, first, range.lower(), range.upper()) | nanWord(values, first)
                    : passWord(values, first, range.lower(), range.upper());
        }
        ScalarLoops.pass(values, whole, rows, range, passed);
    }

    private static long passWord(double[] values, int first, double lower, double upper) {
        long word = 0;
        for (int bit = 0; bit < Long.SIZE; bit += LANES) {
            DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, first + bit);
            VectorMask<Double> passes =
                    vector.compare(VectorOperators.GE, lower).and(vector.compare(VectorOperators.LE, upper));
            word |= passes.toLong() << bit;
        }
        return word;
    }

    private static long nanWord(double[] values, int first) {
        long word = 0;
        for (int bit = 0; bit < Long.SIZE; bit += LANES) {
            DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, first + bit);
            word |= vector.test(VectorOperators.IS_NAN).toLong() << bit;
        }
        return word;
    }

    @Override
    public void pass(double[] values, int[] slots, int rows, double[] lower, double[] upper, long[] passed) {
        int whole = rows - rows % Long.SIZE;
        for (int first = 0; first < whole; first += Long.SIZE) {
            long word = 0;
            for (int bit = 0; bit < Long.SIZE; bit += LANES) {
                int row = first + bit;
                DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, row);
                VectorMask<Double> passes = vector.compare(
                                VectorOperators.GE, DoubleVector.fromArray(DOUBLES, lower, 0, slots, row))
                        .and(vector.compare(VectorOperators.LE, DoubleVector.fromArray(DOUBLES, upper, 0, slots, row)));
                word |= passes.toLong() << bit;
            }
            passed[first / Long.SIZE] = word;
        }
        ScalarLoops.pass(values, slots, whole, rows, lower, upper, passed);
    }

    @Override
    public void within(int[] slots, int count, int from, int to, long[] within) {
        int whole = count - count % Long.SIZE;
        for (int first = 0; first < whole; first += Long.SIZE) {
            long word = 0;
            for (int bit = 0; bit < Long.SIZE; bit += INTS.length()) {
                IntVector vector = IntVector.fromArray(INTS, slots, first + bit);
                VectorMask<Integer> inside =
                        vector.compare(VectorOperators.GE, from).and(vector.compare(VectorOperators.LT, to));
                word |= inside.toLong() << bit;
            }
            within[first / Long.SIZE] = word;
        }
        ScalarLoops.within(slots, whole, count, from, to, within);
    }

    @Override
    public void bin(double[] values, int rows, BinGrid grid, BinnedValues known, int[] slots) {
        int whole = DOUBLES.loopBound(rows);
        switch (known) {
            case ANY -> binAny(values, whole, grid, slots);
            case FROM_START -> binFromStart(values, whole, grid, slots);
            case WITHIN -> binWithin(values, whole, grid, slots);
        }
        ScalarLoops.bin(values, whole, rows, grid, slots);
    }

    private static void binAny(double[] values, int whole, BinGrid grid, int[] slots) {
        double start = grid.start();
        double stop = grid.stop();
        double last = grid.lastStart();
        double step = grid.step();
        double inverse = inverse(grid);
        double below = grid.belowSlot();
        double above = grid.aboveSlot();
        double nan = grid.nanSlot();
        for (int row = 0; row < whole; row += LANES) {
            DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, row);
            write(
                    slot(clamped(vector, last).sub(start), step, inverse)
                            .blend(below, vector.compare(VectorOperators.LT, start))
                            .blend(above, vector.compare(VectorOperators.GT, stop))
                            .blend(nan, vector.test(VectorOperators.IS_NAN)),
                    slots,
                    row);
        }
    }

    private static void binFromStart(double[] values, int whole, BinGrid grid, int[] slots) {
        double start = grid.start();
        double stop = grid.stop();
        double last = grid.lastStart();
        double step = grid.step();
        double inverse = inverse(grid);
        double above = grid.aboveSlot();
        for (int row = 0; row < whole; row += LANES) {
            DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, row);
            write(
                    slot(clamped(vector, last).sub(start), step, inverse)
                            .blend(above, vector.compare(VectorOperators.GT, stop)),
                    slots,
                    row);
        }
    }

    private static void binWithin(double[] values, int whole, BinGrid grid, int[] slots) {
        double start = grid.start();
        double step = grid.step();
        double inverse = inverse(grid);
        for (int row = 0; row < whole; row += LANES) {
            DoubleVector offset = DoubleVector.fromArray(DOUBLES, values, row).sub(start);
            write(slot(offset, step, inverse), slots, row);
        }
    }

    /// What divides as the step does; 0 where only a division can.
    private static double inverse(BinGrid grid) {
        return FUSES ? grid.inverse() : 0;
    }

    private static DoubleVector clamped(DoubleVector vector, double greatest) {
        return vector.blend(greatest, vector.compare(VectorOperators.GT, greatest));
    }

    /// The bin of an offset from the start, and a fraction.
    private static DoubleVector slot(DoubleVector offset, double step, double inverse) {
        DoubleVector quotient = inverse == 0 ? offset.div(step) : divide(offset, step, inverse);
        return quotient.add(BinGrid.epsilon());
    }

    /// Writes slots without their fractions. None is negative: cutting its fraction off is Math.floor.
    private static void write(DoubleVector slot, int[] slots, int row) {
        ((IntVector) slot.convertShape(VectorOperators.D2I, SLOTS, 0)).intoArray(slots, row);
    }

    /// The quotient, rounded as a division rounds it, by operations that take half of its time: a quotient that is off
    /// by a bit at the most, the exact rest that it leaves, and what the rest adds to it.
    ///
    /// Source: P. W. Markstein, "Computation of Elementary Functions on the IBM RISC System/6000 Processor" (1990).
    private static DoubleVector divide(DoubleVector dividend, double divisor, double inverse) {
        DoubleVector near = dividend.mul(inverse);
        DoubleVector rest = near.fma(DoubleVector.broadcast(DOUBLES, -divisor), dividend);
        return rest.fma(DoubleVector.broadcast(DOUBLES, inverse), near);
    }

    @Override
    public void select(double[] values, long[] chosen, int rows, double[] selected) {
        int count = 0;
        for (int first = 0; first < rows; first += Long.SIZE) {
            long word = chosen[first / Long.SIZE];
            for (int bit = 0; bit < Long.SIZE; bit += LANES) {
                VectorMask<Double> mask = VectorMask.fromLong(DOUBLES, word >>> bit);
                DoubleVector.fromArray(DOUBLES, values, first + bit)
                        .compress(mask)
                        .intoArray(selected, count);
                count += mask.trueCount();
            }
        }
    }

    @Override
    public void select(int[] slots, long[] chosen, int rows, int[] selected) {
        int count = 0;
        for (int first = 0; first < rows; first += Long.SIZE) {
            long word = chosen[first / Long.SIZE];
            for (int bit = 0; bit < Long.SIZE; bit += INTS.length()) {
                VectorMask<Integer> mask = VectorMask.fromLong(INTS, word >>> bit);
                IntVector.fromArray(INTS, slots, first + bit).compress(mask).intoArray(selected, count);
                count += mask.trueCount();
            }
        }
    }

    @Override
    public boolean haveNaN(double[] values, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int row = 0; row < whole; row += LANES) {
            if (DoubleVector.fromArray(DOUBLES, values, row)
                    .test(VectorOperators.IS_NAN)
                    .anyTrue()) {
                return true;
            }
        }
        return ScalarLoops.haveNaN(values, whole, count);
    }

    @Override
    public boolean widen(double[] values, int count, double[] range) {
        int whole = DOUBLES.loopBound(count);
        DoubleVector least = DoubleVector.broadcast(DOUBLES, range[0]);
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, range[1]);
        VectorMask<Double> nan = DOUBLES.maskAll(false);
        for (int row = 0; row < whole; row += LANES) {
            DoubleVector vector = DoubleVector.fromArray(DOUBLES, values, row);
            least = least.blend(vector, vector.compare(VectorOperators.LT, least));
            greatest = greatest.blend(vector, vector.compare(VectorOperators.GT, greatest));
            nan = nan.or(vector.test(VectorOperators.IS_NAN));
        }
        range[0] = least.reduceLanes(VectorOperators.MIN);
        range[1] = greatest.reduceLanes(VectorOperators.MAX);
        boolean restHasNaN = ScalarLoops.widen(values, whole, count, range);
        return restHasNaN || nan.anyTrue();
    }
}
