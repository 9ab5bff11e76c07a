package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/// Runs the vector loops until the JIT compiler has turned them into vector instructions.
/// Before that every vector is an object, and a batch takes thousands of times as long.
final class VectorWarmUp {
    /// Measured on JDK 25: from 600 batches on a batch takes no more than a few microseconds.
    private static final int BATCHES = 4000;

    /// Once for the JVM, as compiled code is.
    private static final CompletableFuture<BatchLoops> LOOPS = new CompletableFuture<>();

    static {
        Thread.ofPlatform().daemon().name("sheliak-vector-warm-up").start(() -> LOOPS.complete(warmedUp()));
    }

    private VectorWarmUp() {}

    /// Vector loops, as soon as they have their full speed: about a second after this class was first used.
    static CompletableFuture<BatchLoops> loops() {
        return LOOPS;
    }

    private static BatchLoops warmedUp() {
        BatchLoops loops = new VectorLoops();
        double[] values = new double[BatchLoops.BATCH];
        for (int row = 0; row < values.length; row++) {
            values[row] = row % 7 == 0 ? Double.NaN : row;
        }
        double[] inBins = new double[BatchLoops.BATCH];
        Arrays.setAll(inBins, row -> 100 + row / 2.0);
        long[] passed = new long[BatchLoops.WORDS];
        double[] selected = new double[BatchLoops.BATCH + Long.SIZE];
        int[] slots = new int[BatchLoops.BATCH];
        int[] selectedSlots = new int[BatchLoops.BATCH + Long.SIZE];
        ValueRange range = ValueRange.between(100, 800);
        BinGrid grid = new BinGrid(100, 800, 50);
        for (int batch = 0; batch < BATCHES; batch++) {
            loops.pass(values, values.length, range.withNaN(batch % 2 == 0), passed);
            loops.select(values, passed, values.length, selected);
            for (BinnedValues known : BinnedValues.values()) {
                loops.bin(inBins, inBins.length, grid, known, slots);
            }
            loops.bin(values, values.length, grid, BinnedValues.ANY, slots);
            loops.within(slots, slots.length, 1, 20, passed);
            loops.select(slots, passed, slots.length, selectedSlots);
            loops.pass(values, slots, slots.length, values, selected, passed);
            values[0] = loops.haveNaN(selected, batch % BatchLoops.BATCH) ? 0 : 1;
            values[1] = loops.widen(values, values.length, new double[] {1, 2}) ? 0 : 1;
        }
        return loops;
    }
}
