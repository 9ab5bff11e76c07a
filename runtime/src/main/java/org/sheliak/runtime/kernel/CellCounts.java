package org.sheliak.runtime.kernel;

import java.util.Arrays;

/// The answer to a [CountQuery].
///
/// @param counts number of rows of each cell
/// @param seen the cells that have rows, in the order of their first rows
/// @param firstRows the first row of each cell in `seen`
@SuppressWarnings("ArrayRecordComponent")
public record CellCounts(int[] counts, int[] seen, int[] firstRows) {

    /// One answer from the answers for runs of rows, given in the order of the rows.
    static CellCounts inOrder(CellCounts... runs) {
        int[] counts = new int[runs[0].counts.length];
        int[] seen = new int[counts.length];
        int[] firstRows = new int[counts.length];
        int seenCount = 0;
        for (CellCounts run : runs) {
            for (int i = 0; i < run.seen.length; i++) {
                int cell = run.seen[i];
                if (counts[cell] == 0) {
                    seen[seenCount] = cell;
                    firstRows[seenCount++] = run.firstRows[i];
                }
                counts[cell] += run.counts[cell];
            }
        }
        return new CellCounts(counts, Arrays.copyOf(seen, seenCount), Arrays.copyOf(firstRows, seenCount));
    }

    /// The number of rows of each cell in [#seen()].
    public int[] seenCounts() {
        int[] seenCounts = new int[seen.length];
        for (int i = 0; i < seen.length; i++) {
            seenCounts[i] = counts[seen[i]];
        }
        return seenCounts;
    }
}
