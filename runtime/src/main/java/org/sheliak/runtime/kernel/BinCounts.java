package org.sheliak.runtime.kernel;

import java.util.Arrays;

/// The answer to a [BinCountQuery].
///
/// @param counts number of rows of each cell
/// @param seen the cells that have rows, in the order of their first rows
@SuppressWarnings("ArrayRecordComponent")
public record BinCounts(int[] counts, int[] seen) {

    /// One answer from the answers for runs of rows, given in the order of the rows.
    static BinCounts inOrder(BinCounts... runs) {
        int[] counts = new int[runs[0].counts.length];
        int[] seen = new int[counts.length];
        int seenCount = 0;
        for (BinCounts run : runs) {
            for (int cell : run.seen) {
                if (counts[cell] == 0) {
                    seen[seenCount++] = cell;
                }
                counts[cell] += run.counts[cell];
            }
        }
        return new BinCounts(counts, Arrays.copyOf(seen, seenCount));
    }
}
