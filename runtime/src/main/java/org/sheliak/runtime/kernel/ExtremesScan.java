package org.sheliak.runtime.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// Finds the extremes of columns in the rows that pass. Of a zone that passes as a whole its map tells them, and a zone
/// whose extremes lie within what has been found is not looked at: of rows in no order few zones are left soon.
final class ExtremesScan {
    /// Parts that a core takes: one that is late leaves some to the others.
    private static final int PARTS_PER_CORE = 2;

    private final CountQuery query;
    private final List<NumberColumn> columns;
    private final List<ZoneMap> maps;
    private final QueryZones zones;
    private final List<PassedRows> known;
    private final BatchLoops loops;

    /// For each column the least and the greatest number so far, of the zeros 0. Guarded by this.
    private final double[][] found;

    /// @param query which rows pass; without dimensions
    /// @param known the rows that pass each of the query's row filters
    ExtremesScan(CountQuery query, List<NumberColumn> columns, List<PassedRows> known, BatchLoops loops) {
        this.query = query;
        this.known = known;
        this.columns = columns;
        this.maps = columns.stream().map(NumberColumn::zones).toList();
        this.zones = QueryZones.of(query);
        this.loops = loops;
        this.found = new double[columns.size()][];
        for (int i = 0; i < found.length; i++) {
            found[i] = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        }
    }

    /// The extremes of each column; empty where no row that passes has a number.
    List<Optional<Extremes>> run() {
        int count = ZoneMap.zones(query.rows());
        int parts = Math.min(count, PARTS_PER_CORE * (ForkJoinPool.getCommonPoolParallelism() + 1));
        IntStream.range(0, parts).parallel().forEach(part -> {
            BatchCells batch = new BatchCells(query, known, loops);
            for (int zone = part; zone < count; zone += parts) {
                if (batch.enter(zones, zone)) {
                    widen(batch, zone);
                }
            }
        });
        return IntStream.range(0, found.length).mapToObj(this::extremes).toList();
    }

    private void widen(BatchCells batch, int zone) {
        int[] widening = widening(zone);
        double[][] ranges = new double[found.length][2];
        for (int i : widening) {
            ranges[i][0] = maps.get(i).minima()[zone];
            ranges[i][1] = maps.get(i).maxima()[zone];
        }
        if (widening.length > 0 && !batch.isWholeZone()) {
            look(batch, zone, widening, ranges);
        }
        synchronized (this) {
            for (int i : widening) {
                found[i][0] = Math.min(found[i][0], ranges[i][0]);
                found[i][1] = Math.max(found[i][1], ranges[i][1]);
            }
        }
    }

    /// The columns that have numbers in a zone beyond what has been found.
    private synchronized int[] widening(int zone) {
        return IntStream.range(0, found.length)
                .filter(i ->
                        maps.get(i).minima()[zone] < found[i][0] || maps.get(i).maxima()[zone] > found[i][1])
                .toArray();
    }

    /// Finds the ranges of some columns in the rows of a zone that pass.
    private void look(BatchCells batch, int zone, int[] some, double[][] ranges) {
        for (int i : some) {
            ranges[i][0] = Double.POSITIVE_INFINITY;
            ranges[i][1] = Double.NEGATIVE_INFINITY;
        }
        for (int first = zone * ZoneMap.ZONE; first < end(zone); first += BatchLoops.BATCH) {
            int rows = Math.min(BatchLoops.BATCH, end(zone) - first);
            int count = batch.next(first, rows);
            for (int i = 0; i < some.length && count > 0; i++) {
                loops.widen(numbers(batch, columns.get(some[i]), first, rows, count), count, ranges[some[i]]);
            }
        }
    }

    private int end(int zone) {
        return (int) Math.min(query.rows(), (zone + 1L) * ZoneMap.ZONE);
    }

    /// The numbers of the rows that pass, NaN for null.
    private static double[] numbers(BatchCells batch, NumberColumn column, int first, int rows, int count) {
        double[] numbers = batch.numbers(column, first, rows, count);
        batch.forEachNull(column.validity(), first, rows, number -> numbers[number] = Double.NaN);
        return numbers;
    }

    private Optional<Extremes> extremes(int i) {
        double least = found[i][0];
        double greatest = found[i][1];
        if (least > greatest) {
            return Optional.empty();
        }
        double zero = least == 0 || greatest == 0 ? firstZero(i) : 0;
        return Optional.of(new Extremes(least == 0 ? zero : least, greatest == 0 ? zero : greatest));
    }

    /// The first zero of a column in the rows that pass: 0 or -0.
    private double firstZero(int i) {
        BatchCells batch = new BatchCells(query, known, loops);
        for (int zone = 0; zone < maps.get(i).minima().length; zone++) {
            boolean mayHaveZero = maps.get(i).minima()[zone] <= 0 && maps.get(i).maxima()[zone] >= 0;
            if (!mayHaveZero || !batch.enter(zones, zone)) {
                continue;
            }
            for (int first = zone * ZoneMap.ZONE; first < end(zone); first += BatchLoops.BATCH) {
                int rows = Math.min(BatchLoops.BATCH, end(zone) - first);
                int count = batch.next(first, rows);
                double[] numbers = numbers(batch, columns.get(i), first, rows, count);
                for (int number = 0; number < count; number++) {
                    if (numbers[number] == 0) {
                        return numbers[number];
                    }
                }
            }
        }
        return 0;
    }
}
