package org.sheliak.runtime.kernel;

import java.util.List;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// One pass over a run of rows, batch by batch: the cells of the rows that pass, and then the loops that count and sum.
/// Belongs to one thread.
final class GroupRun {
    private final List<Measured> measures;
    private final List<CellStatistics> statistics;
    private final BatchCells batch;
    private final QueryZones zones;
    private final BatchLoops loops;
    private final boolean[] countsRows;
    private final int[] measuredCells = new int[BatchLoops.BATCH];
    private final CellCounter counter;

    GroupRun(GroupQuery query, QueryZones zones, List<PassedRows> known, BatchLoops loops) {
        this.zones = zones;
        this.loops = loops;
        this.measures = query.measures();
        this.statistics = measures.stream()
                .map(measure ->
                        new CellStatistics(measure.statistics(), query.rows().cells()))
                .toList();
        this.batch = new BatchCells(query.rows(), known, loops);
        this.counter = new CellCounter(query.rows().cells());
        this.countsRows = new boolean[measures.size()];
        for (int i = 0; i < countsRows.length; i++) {
            countsRows[i] = measures.get(i).countsRows();
        }
    }

    /// Groups the rows `from`, which starts a zone, to `to`, which ends one.
    GroupTable group(int from, int to) {
        int first = from;
        while (first < to) {
            int zone = first / ZoneMap.ZONE;
            int end = (int) Math.min(to, (zone + 1L) * ZoneMap.ZONE);
            if (batch.enter(zones, zone)) {
                groupZone(first, end);
            }
            first = end;
        }
        CellCounts counts = counter.counts();
        for (int i = 0; i < countsRows.length; i++) {
            if (countsRows[i]) {
                statistics.get(i).countAll(counts.counts());
            }
        }
        return new GroupTable(counts, statistics);
    }

    /// Groups the rows of a zone.
    private void groupZone(int from, int to) {
        for (int first = from; first < to; first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, to - first);
            int count = batch.next(first, rows);
            if (count > 0) {
                counter.add(batch, first, count);
                for (int i = 0; i < measures.size(); i++) {
                    NumberColumn column = measures.get(i).column();
                    if (countsRows[i]) {
                        statistics.get(i).addUncounted(batch.numbers(column, first, rows, count), batch.cells(), count);
                    } else {
                        measure(column, statistics.get(i), first, rows, count);
                    }
                }
            }
        }
    }

    private void measure(NumberColumn column, CellStatistics target, int first, int rows, int count) {
        double[] numbers = batch.numbers(column, first, rows, count);
        batch.forEachNull(column.validity(), first, rows, number -> {
            target.addMissing(batch.cells()[number]);
            numbers[number] = Double.NaN;
        });
        if (loops.haveNaN(numbers, count)) {
            target.add(numbers, measuredCells, BatchCells.dropNaN(numbers, batch.cells(), count, measuredCells));
        } else {
            target.add(numbers, batch.cells(), count);
        }
    }
}
