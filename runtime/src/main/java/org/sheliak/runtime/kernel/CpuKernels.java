package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// The kernels on the CPU. The rows are cut into runs that the cores share. Where numbers are added, how they are cut
/// depends on the number of rows alone; so the answer is the same on any number of cores.
public final class CpuKernels {
    /// Below this many rows a second core costs more than it brings.
    private static final int ROWS_PER_RUN = 4 * ZoneMap.ZONE;

    /// Each run has a table of its own, which must be added to the others.
    private static final int MOST_RUNS = 16;

    /// Runs that a core takes of those whose tables are added exactly: a core that is late leaves some to the others.
    private static final int RUNS_PER_CORE = 2;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private final Supplier<BatchLoops> loops;
    private final RecentFilters filters = new RecentFilters();

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
        QueryZones zones = QueryZones.of(query.rows());
        List<PassedRows> known = filters.of(query.rows());
        int most = query.measures().isEmpty() ? Math.min(MOST_RUNS, RUNS_PER_CORE * cores()) : MOST_RUNS;
        int runs = Math.clamp(rows / ROWS_PER_RUN, 1, most);
        if (runs == 1) {
            return new GroupRun(query, zones, known, current).group(0, rows);
        }
        return GroupTable.inOrder(IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> new GroupRun(query, zones, known, current)
                        .group(bound(rows, run, runs), bound(rows, run + 1, runs)))
                .toList());
    }

    /// As [#group], but the numbers of each cell are added one by one, in the order of the rows, so that sums and
    /// moments have the same last bits as those of a plain loop.
    GroupTable groupInOrder(GroupQuery query) {
        CellCounts counts = count(query.rows());
        List<CellStatistics> statistics = query.measures().stream()
                .map(measure -> CellStatistics.inOrder(
                        measure.statistics(), query.rows().cells()))
                .toList();
        if (!statistics.isEmpty()) {
            BatchLoops current = loops.get();
            QueryZones zones = QueryZones.of(query.rows());
            List<PassedRows> known = filters.of(query.rows());
            int[] bounds = shares(counts.counts(), cores());
            IntStream.range(0, bounds.length - 1)
                    .parallel()
                    .mapToObj(share ->
                            new OrderedRun(query, statistics, zones, known, current, bounds[share], bounds[share + 1]))
                    .forEach(OrderedRun::run);
        }
        return new GroupTable(counts, statistics);
    }

    /// The extremes of columns in the rows that pass; empty for a column that has no number there.
    ///
    /// @param rows without dimensions
    List<Optional<Extremes>> extremes(CountQuery rows, List<NumberColumn> columns) {
        return new ExtremesScan(rows, columns, filters.of(rows), loops.get()).run();
    }

    private static int cores() {
        return ForkJoinPool.getCommonPoolParallelism() + 1;
    }

    /// Bounds of ranges of cells that have about as many rows each.
    private static int[] shares(int[] counts, int most) {
        long rows = Arrays.stream(counts).asLongStream().sum();
        int[] bounds = new int[most + 1];
        int cell = 0;
        long before = 0;
        for (int share = 1; share <= most; share++) {
            while (cell < counts.length && before + counts[cell] / 2 < rows * share / most) {
                before += counts[cell++];
            }
            bounds[share] = cell;
        }
        bounds[most] = counts.length;
        return Arrays.stream(bounds).distinct().toArray();
    }

    /// Counts in one pass over the columns that the query names.
    public CellCounts count(CountQuery query) {
        return group(new GroupQuery(query)).counts();
    }

    /// The cell of every row.
    public RowCells cells(CountQuery query) {
        BatchLoops current = loops.get();
        List<PassedRows> known = filters.of(query);
        RowCells cells = new RowCells(query);
        int runs = Math.clamp(query.rows() / ROWS_PER_RUN, 1, RUNS_PER_CORE * cores());
        IntStream.range(0, runs)
                .parallel()
                .forEach(run -> cells.fill(
                        new BatchCells(query, known, current),
                        bound(query.rows(), run, runs),
                        bound(query.rows(), run + 1, runs)));
        return cells;
    }

    /// First row of a run: a whole number of zones, and so of words of validity bits.
    private static int bound(int rows, int run, int runs) {
        return (int) Math.min((long) ZoneMap.zones(rows) * run / runs * ZoneMap.ZONE, rows);
    }
}
