package org.sheliak.runtime.kernel;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The kernels on the CPU. The rows are cut into runs, one for each core; the answer does not depend on how.
public final class CpuKernels {
    /// Below this many rows a second core costs more than it brings.
    private static final int ROWS_PER_RUN = 64 * BatchLoops.BATCH;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private final Supplier<BatchLoops> loops;
    private final int cores;

    /// @param loops asked for every query
    CpuKernels(Supplier<BatchLoops> loops, int cores) {
        this.loops = loops;
        this.cores = cores;
    }

    /// Loops over vectors where the JVM was started with `--add-modules jdk.incubator.vector`, plain loops otherwise,
    /// and until a background thread has had the vector loops compiled.
    public static CpuKernels widest() {
        BatchLoops plain = new ScalarLoops();
        boolean hasVectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
        return new CpuKernels(
                hasVectors ? () -> VectorWarmUp.loops().getNow(plain) : () -> plain,
                Runtime.getRuntime().availableProcessors());
    }

    /// Counts in one pass over the columns that the query names.
    public CellCounts count(CountQuery query) {
        BatchLoops current = loops.get();
        int runs = Math.clamp(query.rows() / ROWS_PER_RUN, 1, cores);
        if (runs == 1) {
            return new CountRun(query, current).count(0, query.rows());
        }
        CellCounts[] parts = IntStream.range(0, runs)
                .parallel()
                .mapToObj(
                        run -> new CountRun(query, current).count(bound(query, run, runs), bound(query, run + 1, runs)))
                .toArray(CellCounts[]::new);
        return CellCounts.inOrder(parts);
    }

    /// First row of a run: a whole number of batches, so that words of validity bits are not split.
    private static int bound(CountQuery query, int run, int runs) {
        long batches = (query.rows() + BatchLoops.BATCH - 1L) / BatchLoops.BATCH;
        return (int) Math.min(batches * run / runs * BatchLoops.BATCH, query.rows());
    }
}
