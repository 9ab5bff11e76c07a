package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CellStatistics;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;

/// Tables of groups, side by side: the number of rows of each cell, its first row, and its statistics.
final class GroupSums {
    private static final int NO_ROW = Integer.MAX_VALUE;

    private final int cells;
    private final int[] counts;
    private final int[] firstRows;
    private final List<CellStatistics> statistics = new ArrayList<>();

    /// Empty tables.
    GroupSums(List<Measured> measures, int cells, int tables) {
        this.cells = cells;
        this.counts = new int[cells * tables];
        this.firstRows = new int[cells * tables];
        Arrays.fill(firstRows, NO_ROW);
        measures.forEach(measure -> statistics.add(new CellStatistics(measure.statistics(), cells * tables)));
    }

    static long bytesPerCell(List<Measured> measures) {
        long statistics = measures.stream()
                .mapToLong(measure -> CellStatistics.bytesPerCell(measure.statistics()))
                .sum();
        return 2 * Integer.BYTES + statistics;
    }

    /// Number of cells of a table.
    int cells() {
        return cells;
    }

    long sizeBytes() {
        return 2L * Integer.BYTES * counts.length
                + statistics.stream().mapToLong(CellStatistics::sizeBytes).sum();
    }

    CellStatistics statistics(int measure) {
        return statistics.get(measure);
    }

    /// Counts rows in a table.
    void count(int table, int[] rowCells, int[] rows, int count) {
        int offset = table * cells;
        for (int i = 0; i < count; i++) {
            int cell = offset + rowCells[i];
            counts[cell]++;
            // Without a branch, which would be guessed wrong too often.
            firstRows[cell] = Math.min(firstRows[cell], rows[i]);
        }
    }

    /// Adds a table of others to a table of these.
    void addTable(int table, GroupSums others, int other) {
        int target = table * cells;
        int source = other * cells;
        for (int cell = 0; cell < cells; cell++) {
            counts[target + cell] += others.counts[source + cell];
            firstRows[target + cell] = Math.min(firstRows[target + cell], others.firstRows[source + cell]);
        }
        for (int measure = 0; measure < statistics.size(); measure++) {
            statistics.get(measure).addAll(target, others.statistics.get(measure), source, cells);
        }
    }

    /// The only table. Call once, as the last.
    GroupTable table() {
        int[] seen = new int[cells];
        int seenCount = 0;
        for (int cell = 0; cell < cells; cell++) {
            seen[seenCount] = cell;
            seenCount += counts[cell] > 0 ? 1 : 0;
        }
        int[] order = FirstRowOrder.of(seen, seenCount, firstRows);
        int[] rows = new int[seenCount];
        for (int i = 0; i < seenCount; i++) {
            rows[i] = firstRows[order[i]];
        }
        return new GroupTable(new CellCounts(counts, order, rows), statistics);
    }
}
