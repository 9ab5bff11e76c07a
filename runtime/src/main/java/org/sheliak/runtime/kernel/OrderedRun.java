package org.sheliak.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// One pass over all rows for the cells `from` to `to`, whose numbers are added in the order of the rows.
/// Belongs to one thread; runs for other cells may fill the same statistics at the same time.
final class OrderedRun {
    private final List<Measured> measures;
    private final List<CellStatistics> statistics;
    private final BatchCells batch;
    private final QueryZones zones;
    private final int rows;
    private final int from;
    private final int to;
    private final BatchLoops loops;
    private final long[] own = new long[BatchLoops.WORDS];
    private final double[] ownNumbers = new double[BatchLoops.BATCH + Long.SIZE];
    private final int[] ownCells = new int[BatchLoops.BATCH + Long.SIZE];

    OrderedRun(
            GroupQuery query,
            List<CellStatistics> statistics,
            QueryZones zones,
            List<PassedRows> known,
            BatchLoops loops,
            int from,
            int to) {
        this.measures = query.measures();
        this.statistics = statistics;
        this.batch = new BatchCells(query.rows(), known, loops);
        this.zones = zones;
        this.loops = loops;
        this.rows = query.rows().rows();
        this.from = from;
        this.to = to;
    }

    void run() {
        for (int first = 0; first < rows; first += BatchLoops.BATCH) {
            if (batch.enter(zones, first / ZoneMap.ZONE)) {
                int size = Math.min(BatchLoops.BATCH, rows - first);
                int count = batch.next(first, size);
                for (int i = 0; i < measures.size() && count > 0; i++) {
                    measure(measures.get(i).column(), statistics.get(i), first, size, count);
                }
            }
        }
    }

    private void measure(NumberColumn column, CellStatistics target, int first, int size, int count) {
        double[] numbers = batch.numbers(column, first, size, count);
        int[] cells = batch.cells();
        batch.forEachNull(column.validity(), first, size, number -> {
            if (cells[number] >= from && cells[number] < to) {
                target.addMissing(cells[number]);
            }
            numbers[number] = Double.NaN;
        });
        loops.within(cells, count, from, to, own);
        Arrays.fill(own, BatchLoops.words(count), own.length, 0);
        loops.select(numbers, own, count, ownNumbers);
        loops.select(cells, own, count, ownCells);
        int kept = Arrays.stream(own).mapToInt(Long::bitCount).sum();
        target.add(
                ownNumbers,
                ownCells,
                loops.haveNaN(ownNumbers, kept) ? BatchCells.dropNaN(ownNumbers, ownCells, kept, ownCells) : kept);
    }
}
