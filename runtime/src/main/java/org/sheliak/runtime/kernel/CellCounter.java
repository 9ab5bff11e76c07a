package org.sheliak.runtime.kernel;

import java.util.Arrays;

/// Counts the rows of a run cell by cell. Where there are few cells, it counts pairs of rows by the pairs of their
/// cells, so that half as many counts are increased.
final class CellCounter {
    /// Pairs of so many cells stay in the first-level cache.
    private static final int MOST_PAIRED = 64;

    private final int cells;
    private final int[] counts;
    private final int[] pairCounts;
    private final boolean[] isSeen;
    private final int[] seen;
    private final int[] firstRows;
    private int seenCount;

    CellCounter(int cells) {
        this.cells = cells;
        this.counts = new int[cells];
        this.pairCounts = new int[cells <= MOST_PAIRED ? cells * cells : 0];
        this.isSeen = new boolean[cells];
        this.seen = new int[cells];
        this.firstRows = new int[cells];
    }

    /// Counts the chosen rows of a batch.
    ///
    /// @param first the batch's first row
    void add(BatchCells batch, int first, int count) {
        int[] rows = batch.cells();
        int paired = pairCounts.length == 0 ? 0 : count - count % 2;
        for (int i = 0; i < paired; i += 2) {
            if (pairCounts[rows[i] * cells + rows[i + 1]]++ == 0) {
                see(rows[i], batch, first, i);
                see(rows[i + 1], batch, first, i + 1);
            }
        }
        for (int i = paired; i < count; i++) {
            if (counts[rows[i]]++ == 0) {
                see(rows[i], batch, first, i);
            }
        }
    }

    private void see(int cell, BatchCells batch, int first, int number) {
        if (!isSeen[cell]) {
            see(cell, first + batch.chosenRow(number));
        }
    }

    private void see(int cell, int row) {
        if (!isSeen[cell]) {
            isSeen[cell] = true;
            seen[seenCount] = cell;
            firstRows[seenCount++] = row;
        }
    }

    /// What was counted. The counter is not used any more.
    CellCounts counts() {
        for (int pair = 0; pair < pairCounts.length; pair++) {
            counts[pair / cells] += pairCounts[pair];
            counts[pair % cells] += pairCounts[pair];
        }
        return new CellCounts(counts, Arrays.copyOf(seen, seenCount), Arrays.copyOf(firstRows, seenCount));
    }
}
