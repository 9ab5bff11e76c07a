package org.sheliak.runtime.index;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// The building of an index, in loops that all cores share, for as long as the index is wanted.
///
/// @param isUnwanted asked before each run
record IndexBuild(BooleanSupplier isUnwanted) {
    /// Each run may have tables of its own; a core that is late leaves some of its runs to the others.
    private static final int RUNS_PER_CORE = 4;

    /// A part of a loop, such as some rows.
    interface Run {
        /// Goes over the part.
        ///
        /// @param number which run it is
        /// @param from the first of its elements
        /// @param to the element behind its last
        void over(int number, int from, int to);
    }

    /// How many runs a loop has.
    static int runs(int length) {
        return Math.clamp(length, 1, RUNS_PER_CORE * (ForkJoinPool.getCommonPoolParallelism() + 1));
    }

    /// Calls with each run of a loop. Returns, or throws what one of them has thrown, when none is under way any more:
    /// then what they read may be closed.
    ///
    /// @throws CancellationException when some were left out, as nobody wants the index any more
    void forEachRun(int length, Run run) {
        int runs = runs(length);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, runs).parallel().forEach(number -> {
            try {
                if (failures.isEmpty() && !isUnwanted.getAsBoolean()) {
                    run.over(number, bound(length, number, runs), bound(length, number + 1, runs));
                }
            } catch (RuntimeException | Error failed) {
                failures.add(failed);
            }
        });
        switch (failures.peek()) {
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case null, default -> requireWanted();
        }
    }

    private void requireWanted() {
        if (isUnwanted.getAsBoolean()) {
            throw new CancellationException("nobody wants the index any more");
        }
    }

    private static int bound(int length, int run, int runs) {
        return (int) ((long) length * run / runs);
    }
}
