package org.sheliak.runtime.kernel;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The kernels on the CPU. The rows are cut into runs that the cores share; how they are cut depends on the number of
/// rows alone, so the answer is the same on any number of cores.
public final class CpuKernels {
    /// Below this many rows a second core costs more than it brings.
    private static final int ROWS_PER_RUN = 4 * ZoneMap.ZONE;

    /// Each run has a table of its own, which must be added to the others.
    private static final int MOST_RUNS = 16;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private final Supplier<BatchLoops> loops;
    private final ZoneMaps zoneMaps = new ZoneMaps();

    /// @param loops asked for every query
    CpuKernels(Supplier<BatchLoops> loops) {
        this.loops = loops;
    }

    /// Loops over vectors where the JVM was started with `--add-modules jdk.incubator.vector`, plain loops otherwise,
    /// and until a background thread has had the vector loops compiled.
    public static CpuKernels widest() {
        BatchLoops plain = new ScalarLoops();
        boolean hasVectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
        return new CpuKernels(hasVectors ? () -> VectorWarmUp.loops().getNow(plain) : () -> plain);
    }

    /// Groups in one pass over the columns that the query names.
    public GroupTable group(GroupQuery query) {
        BatchLoops current = loops.get();
        int rows = query.rows().rows();
        QueryZones zones = QueryZones.of(query, zoneMaps, current);
        int runs = Math.clamp(rows / ROWS_PER_RUN, 1, MOST_RUNS);
        if (runs == 1) {
            return new GroupRun(query, zones, current).group(0, rows);
        }
        return GroupTable.inOrder(IntStream.range(0, runs)
                .parallel()
                .mapToObj(run ->
                        new GroupRun(query, zones, current).group(bound(rows, run, runs), bound(rows, run + 1, runs)))
                .toList());
    }

    /// Counts in one pass over the columns that the query names.
    public CellCounts count(CountQuery query) {
        return group(new GroupQuery(query)).counts();
    }

    /// The cell of every row, found by the calling thread alone.
    public RowCells cells(CountQuery query) {
        return RowCells.of(query, loops.get());
    }

    /// First row of a run: a whole number of zones, and so of words of validity bits.
    private static int bound(int rows, int run, int runs) {
        return (int) Math.min((long) ZoneMap.zones(rows) * run / runs * ZoneMap.ZONE, rows);
    }
}
