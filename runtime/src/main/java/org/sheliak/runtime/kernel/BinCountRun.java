package org.sheliak.runtime.kernel;

import java.util.Arrays;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Validity;

/// One pass over a run of rows, batch by batch: bits of the rows that pass, cells of all rows, cells of the rows that
/// pass side by side, and only then a loop that counts. No step branches on the data, except that a batch without any
/// row that passes ends there. Belongs to one thread.
final class BinCountRun {
    private final BinCountQuery query;
    private final BatchLoops loops;
    private final double[] values = new double[BatchLoops.BATCH];
    private final long[] chosen = new long[BatchLoops.WORDS];
    private final long[] passed = new long[BatchLoops.WORDS];
    private final int[] cells = new int[BatchLoops.BATCH];
    private final int[] slots = new int[BatchLoops.BATCH];
    private final int[] compressed = new int[BatchLoops.BATCH + Long.SIZE];
    private final int[] counts;
    private final int[] seen;
    private int seenCount;

    BinCountRun(BinCountQuery query, BatchLoops loops) {
        this.query = query;
        this.loops = loops;
        this.counts = new int[query.cells()];
        this.seen = new int[counts.length];
    }

    /// Counts the rows `from`, which starts a batch, to `to`.
    BinCounts count(int from, int to) {
        for (int first = from; first < to; first += BatchLoops.BATCH) {
            countBatch(first, Math.min(BatchLoops.BATCH, to - first));
        }
        return new BinCounts(counts, Arrays.copyOf(seen, seenCount));
    }

    private void countBatch(int first, int rows) {
        if (!choose(first, rows)) {
            return;
        }
        findCells(first, rows);
        int count = loops.compress(cells, chosen, rows, compressed);
        for (int i = 0; i < count; i++) {
            int cell = compressed[i];
            if (counts[cell]++ == 0) {
                seen[seenCount++] = cell;
            }
        }
    }

    /// Marks the rows that pass all filters.
    ///
    /// @return whether there is any
    private boolean choose(int first, int rows) {
        int words = BatchLoops.words(rows);
        Arrays.fill(chosen, 0, words, -1L);
        chosen[words - 1] >>>= words * Long.SIZE - rows;
        long any = 1;
        for (RangeFilter filter : query.filters()) {
            filter.column().load(first, rows, values);
            loops.pass(values, rows, filter.range(), passed);
            any = keep(filter, first, words);
            if (any == 0) {
                return false;
            }
        }
        return any != 0;
    }

    private long keep(RangeFilter filter, int first, int words) {
        Validity validity = filter.column().validity();
        boolean acceptsNull = filter.range().acceptsNull();
        long any = 0;
        for (int word = 0; word < words; word++) {
            long keeps = passed[word];
            if (validity.nullCount() != 0) {
                long valid = validity.word(first / Long.SIZE + word);
                keeps = acceptsNull ? keeps | ~valid : keeps & valid;
            }
            chosen[word] &= keeps;
            any |= chosen[word];
        }
        return any;
    }

    private void findCells(int first, int rows) {
        Arrays.fill(cells, 0, rows, 0);
        for (Binning binning : query.bins()) {
            NumericColumn column = binning.column();
            column.load(first, rows, values);
            loops.bin(values, rows, binning.grid(), slots);
            if (column.validity().nullCount() != 0) {
                markNulls(column.validity(), first, rows, binning.grid().nullSlot());
            }
            int width = binning.grid().slots();
            for (int row = 0; row < rows; row++) {
                cells[row] = cells[row] * width + slots[row];
            }
        }
    }

    private void markNulls(Validity validity, int first, int rows, int nullSlot) {
        for (int row = 0; row < rows; row++) {
            if (validity.isNull(first + row)) {
                slots[row] = nullSlot;
            }
        }
    }
}
